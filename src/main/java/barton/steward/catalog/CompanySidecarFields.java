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

/// The fields of `marketing.company_sidecar`, with the name of the company.
public final class CompanySidecarFields {
    public static final Field COMPANY_UNIQUE_ID = required("company_unique_id", TEXT).width(180);
    public static final Field COMPANY_NAME = fixed("company_name", TEXT).width(200);
    public static final Field EIN_NUMBER = editable("ein_number", TEXT).width(110);
    public static final Field DUN_AND_BRADSTREET_NUMBER = editable("dun_and_bradstreet_number", TEXT).width(110);
    public static final Field CLAY_TAGS = editable("clay_tags", TEXT_ARRAY).width(220);
    public static final Field CLAY_SEGMENTS = editable("clay_segments", TEXT_ARRAY).width(220);
    public static final Field ENRICHMENT_PAYLOAD = editable("enrichment_payload", JSON);
    public static final Field LAST_ENRICHED_AT = fixed("last_enriched_at", TIMESTAMP).as(Display.AGE).width(120);
    public static final Field ENRICHMENT_SOURCE = editable("enrichment_source", TEXT).width(100);
    /// 0 to 100.
    public static final Field CONFIDENCE_SCORE = editable("confidence_score", NUMERIC).as(Display.SCORE).width(150);
    public static final Field CREATED_AT = fixed("created_at", TIMESTAMP);
    public static final Field UPDATED_AT = fixed("updated_at", TIMESTAMP);
    /// Computed: `fresh` (enriched within as many days as [Limits] say), `stale` (longer ago) or `never`.
    public static final Field FRESHNESS = required("freshness", TEXT).as(Display.FRESHNESS).width(90);
    /// Computed: `high`, `middle` or `low` by the [Limits], or `none`; asked of rows, but no column that is shown.
    public static final Field CONFIDENCE_BAND = required("confidence_band", TEXT).asked();

    static final List<Field> ALL = List.of(COMPANY_UNIQUE_ID, COMPANY_NAME, EIN_NUMBER, DUN_AND_BRADSTREET_NUMBER, CLAY_TAGS,
            CLAY_SEGMENTS, ENRICHMENT_PAYLOAD, LAST_ENRICHED_AT, ENRICHMENT_SOURCE, CONFIDENCE_SCORE, CREATED_AT, UPDATED_AT, FRESHNESS);

    /// What the table shows at first; the others wait in its menu of columns, in the order of [#ALL].
    static final List<Field> SHOWN = List.of(COMPANY_NAME, CONFIDENCE_SCORE, LAST_ENRICHED_AT, FRESHNESS, ENRICHMENT_SOURCE, CLAY_TAGS,
            CLAY_SEGMENTS, ENRICHMENT_PAYLOAD, EIN_NUMBER, DUN_AND_BRADSTREET_NUMBER, COMPANY_UNIQUE_ID);

    /// What has a menu of its values above the table.
    static final List<Field> FACETS = List.of(FRESHNESS, CONFIDENCE_BAND, ENRICHMENT_SOURCE, CLAY_TAGS, CLAY_SEGMENTS);

    private CompanySidecarFields() {
    }
}
