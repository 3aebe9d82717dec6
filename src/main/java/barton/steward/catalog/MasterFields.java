package barton.steward.catalog;

import static barton.steward.catalog.Field.editable;
import static barton.steward.catalog.Field.editableRequired;
import static barton.steward.catalog.Field.fixed;
import static barton.steward.catalog.Field.required;
import static barton.steward.catalog.FieldType.BIGINT;
import static barton.steward.catalog.FieldType.BOOLEAN;
import static barton.steward.catalog.FieldType.INTEGER;
import static barton.steward.catalog.FieldType.NUMERIC;
import static barton.steward.catalog.FieldType.TEXT;
import static barton.steward.catalog.FieldType.TEXT_ARRAY;
import static barton.steward.catalog.FieldType.TIMESTAMP;

import java.util.List;

/// The fields of `marketing.company_master`, and the number of the company's slots.
public final class MasterFields {
    public static final Field COMPANY_UNIQUE_ID = required("company_unique_id", TEXT).width(170);
    public static final Field COMPANY_NAME = editableRequired("company_name", TEXT).width(220);
    public static final Field WEBSITE_URL = editableRequired("website_url", TEXT).width(180);
    public static final Field INDUSTRY = editable("industry", TEXT).width(150);
    public static final Field EMPLOYEE_COUNT = editable("employee_count", INTEGER);
    public static final Field COMPANY_PHONE = editable("company_phone", TEXT).width(146);
    public static final Field ADDRESS_STREET = editable("address_street", TEXT);
    public static final Field ADDRESS_CITY = editable("address_city", TEXT).width(120);
    public static final Field ADDRESS_STATE = editable("address_state", TEXT).width(110);
    public static final Field ADDRESS_ZIP = editable("address_zip", TEXT).width(90);
    public static final Field ADDRESS_COUNTRY = editable("address_country", TEXT).width(110);
    public static final Field LINKEDIN_URL = editable("linkedin_url", TEXT).width(200);
    public static final Field FACEBOOK_URL = editable("facebook_url", TEXT).width(200);
    public static final Field TWITTER_URL = editable("twitter_url", TEXT).width(200);
    public static final Field SIC_CODES = editable("sic_codes", TEXT).width(100);
    public static final Field FOUNDED_YEAR = editable("founded_year", INTEGER).width(80);
    public static final Field KEYWORDS = editable("keywords", TEXT_ARRAY);
    public static final Field DESCRIPTION = editable("description", TEXT).width(240);
    public static final Field SOURCE_SYSTEM = required("source_system", TEXT).width(130);
    public static final Field SOURCE_RECORD_ID = fixed("source_record_id", TEXT).width(100);
    public static final Field PROMOTED_FROM_INTAKE_AT = required("promoted_from_intake_at", TIMESTAMP);
    /// The `run_no` of the promotion run in `shq.run_detail`; null in rows that came by another road.
    public static final Field PROMOTION_AUDIT_LOG_ID = fixed("promotion_audit_log_id", INTEGER).withoutColumn();
    /// Computed: that run's id in the validation log, or null.
    public static final Field PROMOTION_RUN = fixed("promotion_run", TEXT).width(170);
    public static final Field CREATED_AT = fixed("created_at", TIMESTAMP);
    public static final Field UPDATED_AT = required("updated_at", TIMESTAMP);
    public static final Field STATE_ABBREV = editable("state_abbrev", TEXT).width(60);
    public static final Field IMPORT_BATCH_ID = fixed("import_batch_id", TEXT).width(170);
    public static final Field VALIDATED_AT = fixed("validated_at", TIMESTAMP);
    public static final Field VALIDATED_BY = fixed("validated_by", TEXT).width(110);
    public static final Field DATA_QUALITY_SCORE = fixed("data_quality_score", NUMERIC).as(Display.SCORE);
    /// Computed: the text of the score's [QualityBand].
    public static final Field QUALITY_BAND = required("quality_band", TEXT).width(110);
    /// How many slots the company has; 1 or more where all is well.
    public static final Field SLOT_COUNT = required("slot_count", BIGINT).width(64);

    /// Whether the company has a sidecar; asked of rows, but no column that is shown.
    public static final Field SIDECAR = required("has_sidecar", BOOLEAN).asked();

    /// The labels of the company's slots, the oldest first; answers to questions show them, but no table.
    public static final Field SLOT_LABELS = required("slot_labels", TEXT_ARRAY).asked();

    static final List<Field> ALL = List.of(COMPANY_UNIQUE_ID, COMPANY_NAME, WEBSITE_URL, INDUSTRY, EMPLOYEE_COUNT, COMPANY_PHONE,
            ADDRESS_STREET, ADDRESS_CITY, ADDRESS_STATE, ADDRESS_ZIP, ADDRESS_COUNTRY, LINKEDIN_URL, FACEBOOK_URL, TWITTER_URL,
            SIC_CODES, FOUNDED_YEAR, KEYWORDS, DESCRIPTION, SOURCE_SYSTEM, SOURCE_RECORD_ID, PROMOTED_FROM_INTAKE_AT,
            PROMOTION_AUDIT_LOG_ID, PROMOTION_RUN, CREATED_AT, UPDATED_AT, STATE_ABBREV, IMPORT_BATCH_ID, VALIDATED_AT,
            VALIDATED_BY, DATA_QUALITY_SCORE, QUALITY_BAND, SLOT_COUNT);

    /// What the table shows at first; the others wait in its menu of columns, in the order of [#ALL].
    static final List<Field> SHOWN = List.of(COMPANY_NAME, STATE_ABBREV, ADDRESS_CITY, INDUSTRY, EMPLOYEE_COUNT, DATA_QUALITY_SCORE,
            SLOT_COUNT, WEBSITE_URL, COMPANY_PHONE, IMPORT_BATCH_ID, PROMOTED_FROM_INTAKE_AT, COMPANY_UNIQUE_ID, PROMOTION_RUN, UPDATED_AT);

    /// What has a menu of its values above the table.
    static final List<Field> FACETS = List.of(IMPORT_BATCH_ID, STATE_ABBREV, INDUSTRY, QUALITY_BAND, SOURCE_SYSTEM);

    private MasterFields() {
    }
}
