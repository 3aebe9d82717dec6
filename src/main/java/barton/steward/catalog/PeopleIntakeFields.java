package barton.steward.catalog;

import static barton.steward.catalog.Field.editable;
import static barton.steward.catalog.Field.fixed;
import static barton.steward.catalog.Field.required;
import static barton.steward.catalog.FieldType.TEXT;
import static barton.steward.catalog.FieldType.TEXT_ARRAY;
import static barton.steward.catalog.FieldType.TIMESTAMP;

import java.util.List;

/// The fields of `intake.people_raw_intake`. How a record is validated and where it stands are told by the fields that company intake
/// has for it.
public final class PeopleIntakeFields {
    public static final Field ID = IntakeFields.ID;
    public static final Field FIRST_NAME = editable("first_name", TEXT).width(110).content().becomes(PeopleFields.FIRST_NAME);
    public static final Field LAST_NAME = editable("last_name", TEXT).width(120).content().becomes(PeopleFields.LAST_NAME);
    public static final Field FULL_NAME = editable("full_name", TEXT);
    public static final Field EMAIL = editable("email", TEXT).width(220).content().becomes(PeopleFields.EMAIL);
    public static final Field WORK_PHONE = editable("work_phone", TEXT).width(130).content()
            .becomes(PeopleFields.WORK_PHONE_E164);
    public static final Field PERSONAL_PHONE = editable("personal_phone", TEXT).width(130).content()
            .becomes(PeopleFields.PERSONAL_PHONE_E164);
    public static final Field TITLE = editable("title", TEXT).width(170).content().becomes(PeopleFields.TITLE);
    public static final Field SENIORITY = editable("seniority", TEXT).width(90).content().becomes(PeopleFields.SENIORITY);
    public static final Field DEPARTMENT = editable("department", TEXT).width(130).content()
            .becomes(PeopleFields.DEPARTMENT);
    public static final Field COMPANY_NAME = editable("company_name", TEXT).width(200).content();
    public static final Field COMPANY_UNIQUE_ID = editable("company_unique_id", TEXT).width(170).content()
            .becomes(PeopleFields.COMPANY_UNIQUE_ID);
    /// The slot that the person gets into; where it is empty, the company's default slot.
    public static final Field COMPANY_SLOT_UNIQUE_ID = editable("company_slot_unique_id", TEXT).width(170).content()
            .becomes(PeopleFields.COMPANY_SLOT_UNIQUE_ID);
    public static final Field LINKEDIN_URL = editable("linkedin_url", TEXT).width(200).content()
            .becomes(PeopleFields.LINKEDIN_URL);
    public static final Field TWITTER_URL = editable("twitter_url", TEXT).width(200).content().becomes(PeopleFields.TWITTER_URL);
    public static final Field FACEBOOK_URL = editable("facebook_url", TEXT).width(200).content().becomes(PeopleFields.FACEBOOK_URL);
    public static final Field BIO = editable("bio", TEXT).width(240).content().becomes(PeopleFields.BIO);
    public static final Field SKILLS = editable("skills", TEXT_ARRAY).content().becomes(PeopleFields.SKILLS);
    public static final Field EDUCATION = editable("education", TEXT).width(180).content().becomes(PeopleFields.EDUCATION);
    public static final Field CERTIFICATIONS = editable("certifications", TEXT_ARRAY).content().becomes(PeopleFields.CERTIFICATIONS);
    public static final Field CITY = editable("city", TEXT).width(120);
    public static final Field STATE = editable("state", TEXT).width(110);
    public static final Field STATE_ABBREV = editable("state_abbrev", TEXT).width(60);
    /// The numbers of its phones are of this country where they name none.
    public static final Field COUNTRY = editable("country", TEXT).width(110);
    public static final Field SOURCE_SYSTEM = editable("source_system", TEXT).width(120);
    public static final Field SOURCE_RECORD_ID = editable("source_record_id", TEXT).width(110);
    /// The batch, where the person has no place in master as a preview of its promotion says; asked of rows, but no column that is shown.
    public static final Field UNPLACED = required("unplaced", TEXT_ARRAY).asked();
    public static final Field CREATED_AT = IntakeFields.CREATED_AT;
    public static final Field UPDATED_AT = fixed("updated_at", TIMESTAMP);

    static final List<Field> ALL = List.of(ID, FIRST_NAME, LAST_NAME, FULL_NAME, EMAIL, WORK_PHONE, PERSONAL_PHONE, TITLE, SENIORITY,
            DEPARTMENT, COMPANY_NAME, COMPANY_UNIQUE_ID, COMPANY_SLOT_UNIQUE_ID, LINKEDIN_URL, TWITTER_URL, FACEBOOK_URL, BIO, SKILLS,
            EDUCATION, CERTIFICATIONS, CITY, STATE, STATE_ABBREV, COUNTRY, SOURCE_SYSTEM, SOURCE_RECORD_ID, IntakeFields.IMPORT_BATCH_ID,
            IntakeFields.VALIDATED, IntakeFields.VALIDATION_NOTES, IntakeFields.VALIDATED_AT, IntakeFields.VALIDATED_BY, CREATED_AT,
            UPDATED_AT, IntakeFields.STATUS);

    /// What the table shows at first; the others wait in its menu of columns, in the order of [#ALL].
    static final List<Field> SHOWN = List.of(ID, FIRST_NAME, LAST_NAME, IntakeFields.STATUS, IntakeFields.VALIDATION_NOTES, COMPANY_NAME,
            TITLE, SENIORITY, EMAIL, WORK_PHONE, PERSONAL_PHONE, DEPARTMENT, IntakeFields.IMPORT_BATCH_ID, IntakeFields.VALIDATED_BY,
            IntakeFields.VALIDATED_AT);

    /// What has a menu of its values above the table.
    static final List<Field> FACETS = List.of(IntakeFields.IMPORT_BATCH_ID, IntakeFields.STATUS, SENIORITY, COMPANY_NAME,
            IntakeFields.FINDING);

    private PeopleIntakeFields() {
    }
}
