package barton.steward.catalog;

import static barton.steward.catalog.Field.editable;
import static barton.steward.catalog.Field.fixed;
import static barton.steward.catalog.Field.required;
import static barton.steward.catalog.FieldType.JSON;
import static barton.steward.catalog.FieldType.NUMERIC;
import static barton.steward.catalog.FieldType.TEXT;
import static barton.steward.catalog.FieldType.TEXT_ARRAY;
import static barton.steward.catalog.FieldType.TIMESTAMP;

import java.util.List;

/// The fields of `marketing.people_sidecar`, with the person's full name.
public final class PeopleSidecarFields {
    public static final Field PERSON_UNIQUE_ID = required("person_unique_id", TEXT).width(180);
    public static final Field FULL_NAME = fixed("full_name", TEXT).width(180);
    public static final Field CLAY_INSIGHT_SUMMARY = editable("clay_insight_summary", TEXT).width(280);
    public static final Field CLAY_SEGMENTS = editable("clay_segments", TEXT_ARRAY).width(220);
    public static final Field SOCIAL_PROFILES = editable("social_profiles", JSON);
    public static final Field ENRICHMENT_PAYLOAD = editable("enrichment_payload", JSON);
    public static final Field LAST_ENRICHED_AT = fixed("last_enriched_at", TIMESTAMP).as(Display.AGE).width(110);
    public static final Field ENRICHMENT_SOURCE = editable("enrichment_source", TEXT).width(100);
    /// 0 to 100.
    public static final Field CONFIDENCE_SCORE = editable("confidence_score", NUMERIC).as(Display.SCORE).width(140);
    public static final Field CREATED_AT = fixed("created_at", TIMESTAMP);
    public static final Field UPDATED_AT = fixed("updated_at", TIMESTAMP);

    /// The person's title and GitHub profile; answers to questions show them, but no table.
    public static final Field TITLE = fixed("title", TEXT).asked();
    public static final Field GITHUB = fixed("github", TEXT).asked();

    /// As of companies; asked of rows, but no column that is shown.
    public static final Field FRESHNESS = CompanySidecarFields.FRESHNESS.asked();
    public static final Field CONFIDENCE_BAND = CompanySidecarFields.CONFIDENCE_BAND;

    static final List<Field> ALL = List.of(PERSON_UNIQUE_ID, FULL_NAME, CLAY_INSIGHT_SUMMARY, CLAY_SEGMENTS, SOCIAL_PROFILES,
            ENRICHMENT_PAYLOAD, LAST_ENRICHED_AT, ENRICHMENT_SOURCE, CONFIDENCE_SCORE, CREATED_AT, UPDATED_AT);

    /// What the table shows at first; the others wait in its menu of columns, in the order of [#ALL].
    static final List<Field> SHOWN = List.of(FULL_NAME, CONFIDENCE_SCORE, LAST_ENRICHED_AT, ENRICHMENT_SOURCE, CLAY_INSIGHT_SUMMARY,
            CLAY_SEGMENTS, SOCIAL_PROFILES, ENRICHMENT_PAYLOAD, PERSON_UNIQUE_ID);

    /// What has a menu of its values above the table.
    static final List<Field> FACETS = List.of(FRESHNESS, CONFIDENCE_BAND, ENRICHMENT_SOURCE, CLAY_SEGMENTS);

    private PeopleSidecarFields() {
    }
}
