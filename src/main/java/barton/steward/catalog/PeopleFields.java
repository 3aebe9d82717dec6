package barton.steward.catalog;

import static barton.steward.catalog.Field.editable;
import static barton.steward.catalog.Field.editableRequired;
import static barton.steward.catalog.Field.fixed;
import static barton.steward.catalog.Field.required;
import static barton.steward.catalog.FieldType.BOOLEAN;
import static barton.steward.catalog.FieldType.INTEGER;
import static barton.steward.catalog.FieldType.TEXT;
import static barton.steward.catalog.FieldType.TEXT_ARRAY;
import static barton.steward.catalog.FieldType.TIMESTAMP;

import java.util.List;

/// The fields of `marketing.people_master`, with the name of the company.
public final class PeopleFields {
    public static final Field UNIQUE_ID = required("unique_id", TEXT).width(180);
    public static final Field COMPANY_UNIQUE_ID = required("company_unique_id", TEXT).width(180);
    public static final Field COMPANY_NAME = fixed("company_name", TEXT).width(200);
    public static final Field COMPANY_SLOT_UNIQUE_ID = required("company_slot_unique_id", TEXT).width(180);
    public static final Field FIRST_NAME = editableRequired("first_name", TEXT).width(120);
    public static final Field LAST_NAME = editableRequired("last_name", TEXT).width(120);
    public static final Field FULL_NAME = fixed("full_name", TEXT).width(180);
    public static final Field TITLE = editable("title", TEXT).width(180);
    public static final Field SENIORITY = editable("seniority", TEXT).width(100);
    public static final Field DEPARTMENT = editable("department", TEXT).width(130);
    public static final Field EMAIL = editable("email", TEXT).width(220);
    public static final Field EMAIL_VERIFIED = fixed("email_verified", BOOLEAN).as(Display.VERDICT);
    public static final Field WORK_PHONE_E164 = editable("work_phone_e164", TEXT).width(146);
    public static final Field PERSONAL_PHONE_E164 = editable("personal_phone_e164", TEXT).width(146);
    public static final Field LINKEDIN_URL = editable("linkedin_url", TEXT).width(200);
    public static final Field TWITTER_URL = editable("twitter_url", TEXT).width(200);
    public static final Field FACEBOOK_URL = editable("facebook_url", TEXT).width(200);
    public static final Field BIO = editable("bio", TEXT).width(240);
    public static final Field SKILLS = editable("skills", TEXT_ARRAY);
    public static final Field EDUCATION = editable("education", TEXT).width(180);
    public static final Field CERTIFICATIONS = editable("certifications", TEXT_ARRAY);
    public static final Field SOURCE_SYSTEM = required("source_system", TEXT).width(130);
    public static final Field SOURCE_RECORD_ID = fixed("source_record_id", TEXT).width(110);
    public static final Field PROMOTED_FROM_INTAKE_AT = required("promoted_from_intake_at", TIMESTAMP);
    public static final Field PROMOTION_AUDIT_LOG_ID = fixed("promotion_audit_log_id", INTEGER).withoutColumn();
    /// The run that promoted the person, where it is known.
    public static final Field PROMOTION_RUN = fixed("promotion_run", TEXT).width(200);
    public static final Field CREATED_AT = fixed("created_at", TIMESTAMP);
    public static final Field UPDATED_AT = required("updated_at", TIMESTAMP);

    /// When, and by which service, a result of the address that the person has now came last; answers to questions show them, but no table.
    public static final Field VERIFIED_AT = fixed("verified_at", TIMESTAMP).asked();
    public static final Field VERIFICATION_SERVICE = fixed("verification_service", TEXT).asked();

    /// Why nobody contacts the person; empty where somebody may.
    public static final Field SUPPRESSED = fixed("suppressed", TEXT).asked();

    /// Computed: whether there is a sidecar; asked of rows, but no column that is shown.
    public static final Field SIDECAR = MasterFields.SIDECAR;

    /// `first` or `again`, where the e-mail address waits for a verification service for the first time, or once more because its
    /// verification has grown old; else empty.
    public static final Field EMAIL_QUEUE = fixed("email_queue", TEXT).asked();

    static final List<Field> ALL = List.of(UNIQUE_ID, COMPANY_UNIQUE_ID, COMPANY_NAME, COMPANY_SLOT_UNIQUE_ID, FIRST_NAME,
            LAST_NAME, FULL_NAME, TITLE, SENIORITY, DEPARTMENT, EMAIL, EMAIL_VERIFIED, WORK_PHONE_E164, PERSONAL_PHONE_E164,
            LINKEDIN_URL, TWITTER_URL, FACEBOOK_URL, BIO, SKILLS, EDUCATION, CERTIFICATIONS, SOURCE_SYSTEM, SOURCE_RECORD_ID,
            PROMOTED_FROM_INTAKE_AT, PROMOTION_AUDIT_LOG_ID, PROMOTION_RUN, CREATED_AT, UPDATED_AT);

    /// What the table shows at first; the others wait in its menu of columns, in the order of [#ALL].
    static final List<Field> SHOWN = List.of(FULL_NAME, TITLE, SENIORITY, COMPANY_NAME, EMAIL, EMAIL_VERIFIED, WORK_PHONE_E164, DEPARTMENT,
            SKILLS, UPDATED_AT, UNIQUE_ID);

    /// What has a menu of its values above the table.
    static final List<Field> FACETS = List.of(SENIORITY, EMAIL_VERIFIED, DEPARTMENT);

    private PeopleFields() {
    }
}
