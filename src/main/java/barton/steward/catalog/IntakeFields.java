package barton.steward.catalog;

import static barton.steward.catalog.Field.editable;
import static barton.steward.catalog.Field.fixed;
import static barton.steward.catalog.Field.required;
import static barton.steward.catalog.FieldType.BIGINT;
import static barton.steward.catalog.FieldType.BOOLEAN;
import static barton.steward.catalog.FieldType.INTEGER;
import static barton.steward.catalog.FieldType.TEXT;
import static barton.steward.catalog.FieldType.TEXT_ARRAY;
import static barton.steward.catalog.FieldType.TIMESTAMP;

import java.util.List;

/// The fields of `intake.company_raw_intake`, and the [#STATUS] computed from them.
public final class IntakeFields {
    public static final Field ID = required("id", BIGINT).width(84);
    public static final Field COMPANY = editable("company", TEXT).width(220).content()
            .becomes(MasterFields.COMPANY_NAME);
    public static final Field COMPANY_NAME_FOR_EMAILS = editable("company_name_for_emails", TEXT).content();
    public static final Field NUM_EMPLOYEES = editable("num_employees", INTEGER).content()
            .becomes(MasterFields.EMPLOYEE_COUNT);
    public static final Field INDUSTRY = editable("industry", TEXT).width(150).content().becomes(MasterFields.INDUSTRY);
    public static final Field WEBSITE = editable("website", TEXT).width(170).content().becomes(MasterFields.WEBSITE_URL);
    public static final Field COMPANY_LINKEDIN_URL = editable("company_linkedin_url", TEXT).width(200).content()
            .becomes(MasterFields.LINKEDIN_URL);
    public static final Field FACEBOOK_URL = editable("facebook_url", TEXT).width(200).content().becomes(MasterFields.FACEBOOK_URL);
    public static final Field TWITTER_URL = editable("twitter_url", TEXT).width(200).content().becomes(MasterFields.TWITTER_URL);
    public static final Field COMPANY_STREET = editable("company_street", TEXT).content().becomes(MasterFields.ADDRESS_STREET);
    public static final Field COMPANY_CITY = editable("company_city", TEXT).width(120).content().becomes(MasterFields.ADDRESS_CITY);
    public static final Field COMPANY_STATE = editable("company_state", TEXT).width(110).content().becomes(MasterFields.ADDRESS_STATE);
    public static final Field COMPANY_COUNTRY = editable("company_country", TEXT).width(110).content()
            .becomes(MasterFields.ADDRESS_COUNTRY);
    public static final Field COMPANY_POSTAL_CODE = editable("company_postal_code", TEXT).width(90).content()
            .becomes(MasterFields.ADDRESS_ZIP);
    public static final Field COMPANY_ADDRESS = editable("company_address", TEXT).width(240);
    public static final Field COMPANY_PHONE = editable("company_phone", TEXT).width(146).content().becomes(MasterFields.COMPANY_PHONE);
    public static final Field SIC_CODES = editable("sic_codes", TEXT).width(100).content().becomes(MasterFields.SIC_CODES);
    public static final Field FOUNDED_YEAR = editable("founded_year", INTEGER).width(80).content().becomes(MasterFields.FOUNDED_YEAR);
    public static final Field CREATED_AT = fixed("created_at", TIMESTAMP);
    public static final Field STATE_ABBREV = editable("state_abbrev", TEXT).width(60).content().becomes(MasterFields.STATE_ABBREV);
    public static final Field IMPORT_BATCH_ID = fixed("import_batch_id", TEXT).width(170);
    public static final Field VALIDATED = fixed("validated", BOOLEAN).withoutColumn();
    public static final Field VALIDATION_NOTES = fixed("validation_notes", TEXT).as(Display.NOTES).width(240);
    public static final Field VALIDATED_AT = fixed("validated_at", TIMESTAMP);
    public static final Field VALIDATED_BY = fixed("validated_by", TEXT).width(110);
    /// The word of an [IntakeStatus].
    public static final Field STATUS = required("status", TEXT).as(Display.STATUS).width(180);

    /// The codes of the rules that the record broke when rules last checked it; asked of rows and counted, but no column that is shown.
    public static final Field FINDING = required("finding", TEXT_ARRAY).asked();
    /// The batches of which a promotion would take the record, or be refused because of it, and those where it would be taken although
    /// it looks like another company: its own or none. Rows are asked whether they have one, no more.
    public static final Field ACCEPTED = required("accepted", TEXT_ARRAY).asked();
    public static final Field REFUSED = required("refused", TEXT_ARRAY).asked();
    public static final Field ALIKE = required("alike", TEXT_ARRAY).asked();
    /// The rules that would find fault with the record, each a [RuleOnBatch]; rows are asked whether they have one, no more.
    public static final Field TRIAL = required("trial", TEXT_ARRAY).asked();
    /// Whether promotion would have to put a placeholder for the name or the website; asked of rows, but no column that is shown.
    public static final Field PLACEHOLDER = required("placeholder", BOOLEAN).asked();

    /// How little speaks for the record, as `shq.company_risk` and `shq.person_risk` count it, and what the first rule says that found
    /// fault with it; the orders of reviewing, but no columns that are shown.
    public static final Field RISK = required("risk", INTEGER).asked();
    public static final Field FAULT = fixed("fault", TEXT).asked();
    /// Who looked at the record as it is now and decided about it, and when; apart from who or what validated it.
    public static final Field REVIEWED_BY = fixed("reviewed_by", TEXT).asked();
    public static final Field REVIEWED_AT = fixed("reviewed_at", TIMESTAMP).asked();
    /// Who decided about the record by hand on which day, each the text of a [barton.steward.model.history.Decisions]; rows are asked
    /// whether they have one, no more.
    public static final Field DECIDED = required("decided", TEXT_ARRAY).asked();

    /// The company that a promotion made of the record, and when; answers to questions show them, but no table.
    public static final Field PROMOTED_AS = fixed("company_unique_id", TEXT).asked();
    public static final Field PROMOTED_AT = fixed("promoted_from_intake_at", TIMESTAMP).asked();

    /// What says whether and how a record is validated. It follows the content of the record, see the triggers of the table.
    public static final List<Field> VALIDATION = List.of(VALIDATED, VALIDATED_AT, VALIDATED_BY, VALIDATION_NOTES);

    static final List<Field> ALL = List.of(ID, COMPANY, COMPANY_NAME_FOR_EMAILS, NUM_EMPLOYEES, INDUSTRY, WEBSITE,
            COMPANY_LINKEDIN_URL, FACEBOOK_URL, TWITTER_URL, COMPANY_STREET, COMPANY_CITY, COMPANY_STATE, COMPANY_COUNTRY,
            COMPANY_POSTAL_CODE, COMPANY_ADDRESS, COMPANY_PHONE, SIC_CODES, FOUNDED_YEAR, CREATED_AT, STATE_ABBREV,
            IMPORT_BATCH_ID, VALIDATED, VALIDATION_NOTES, VALIDATED_AT, VALIDATED_BY, STATUS);

    /// What the table shows at first; the others wait in its menu of columns, in the order of [#ALL].
    static final List<Field> SHOWN = List.of(ID, COMPANY, STATUS, VALIDATION_NOTES, STATE_ABBREV, COMPANY_CITY, WEBSITE, INDUSTRY,
            NUM_EMPLOYEES, COMPANY_PHONE, IMPORT_BATCH_ID, VALIDATED_BY, VALIDATED_AT);

    /// What has a menu of its values above the table.
    static final List<Field> FACETS = List.of(IMPORT_BATCH_ID, STATUS, STATE_ABBREV, INDUSTRY, FINDING);

    private IntakeFields() {
    }
}
