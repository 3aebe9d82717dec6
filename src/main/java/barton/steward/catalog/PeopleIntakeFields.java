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
    public static final Field FIRST_NAME = editable("first_name", TEXT);
    public static final Field LAST_NAME = editable("last_name", TEXT);
    public static final Field FULL_NAME = editable("full_name", TEXT);
    public static final Field EMAIL = editable("email", TEXT);
    public static final Field WORK_PHONE = editable("work_phone", TEXT);
    public static final Field PERSONAL_PHONE = editable("personal_phone", TEXT);
    public static final Field TITLE = editable("title", TEXT);
    public static final Field SENIORITY = editable("seniority", TEXT);
    public static final Field DEPARTMENT = editable("department", TEXT);
    public static final Field COMPANY_NAME = editable("company_name", TEXT);
    public static final Field COMPANY_UNIQUE_ID = editable("company_unique_id", TEXT);
    /// The slot that the person gets into; where it is empty, the company's default slot.
    public static final Field COMPANY_SLOT_UNIQUE_ID = editable("company_slot_unique_id", TEXT);
    public static final Field LINKEDIN_URL = editable("linkedin_url", TEXT);
    public static final Field TWITTER_URL = editable("twitter_url", TEXT);
    public static final Field FACEBOOK_URL = editable("facebook_url", TEXT);
    public static final Field BIO = editable("bio", TEXT);
    public static final Field SKILLS = editable("skills", TEXT_ARRAY);
    public static final Field EDUCATION = editable("education", TEXT);
    public static final Field CERTIFICATIONS = editable("certifications", TEXT_ARRAY);
    public static final Field CITY = editable("city", TEXT);
    public static final Field STATE = editable("state", TEXT);
    public static final Field STATE_ABBREV = IntakeFields.STATE_ABBREV;
    /// The numbers of its phones are of this country where they name none.
    public static final Field COUNTRY = editable("country", TEXT);
    public static final Field SOURCE_SYSTEM = editable("source_system", TEXT);
    public static final Field SOURCE_RECORD_ID = editable("source_record_id", TEXT);
    /// The batch, where the person has no place in master as a preview of its promotion says; asked of rows, but no column that is shown.
    public static final Field UNPLACED = required("unplaced", TEXT_ARRAY);
    public static final Field CREATED_AT = IntakeFields.CREATED_AT;
    public static final Field UPDATED_AT = fixed("updated_at", TIMESTAMP);

    static final List<Field> ALL = List.of(ID, FIRST_NAME, LAST_NAME, FULL_NAME, EMAIL, WORK_PHONE, PERSONAL_PHONE, TITLE, SENIORITY,
            DEPARTMENT, COMPANY_NAME, COMPANY_UNIQUE_ID, COMPANY_SLOT_UNIQUE_ID, LINKEDIN_URL, TWITTER_URL, FACEBOOK_URL, BIO, SKILLS,
            EDUCATION, CERTIFICATIONS, CITY, STATE, STATE_ABBREV, COUNTRY, SOURCE_SYSTEM, SOURCE_RECORD_ID, IntakeFields.IMPORT_BATCH_ID,
            IntakeFields.VALIDATED, IntakeFields.VALIDATION_NOTES, IntakeFields.VALIDATED_AT, IntakeFields.VALIDATED_BY, CREATED_AT,
            UPDATED_AT, IntakeFields.STATUS);

    private PeopleIntakeFields() {
    }
}
