package barton.steward.model.matching;

import barton.steward.catalog.Field;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.MasterFields;
import barton.steward.catalog.Table;
import java.util.List;

/// What a row of intake and a company in master both say, and so can be taken over from one to the other.
public record MatchField(String name, Field intake, Field master) {
    public static final MatchField NAME = new MatchField("name", IntakeFields.COMPANY, MasterFields.COMPANY_NAME);
    public static final MatchField WEBSITE = new MatchField("website", IntakeFields.WEBSITE, MasterFields.WEBSITE_URL);
    public static final MatchField PHONE = new MatchField("phone", IntakeFields.COMPANY_PHONE, MasterFields.COMPANY_PHONE);
    public static final MatchField CITY = new MatchField("city", IntakeFields.COMPANY_CITY, MasterFields.ADDRESS_CITY);
    public static final MatchField STATE = new MatchField("state", IntakeFields.COMPANY_STATE, MasterFields.ADDRESS_STATE);

    /// In the order in which they are compared.
    public static final List<MatchField> ALL = List.of(NAME, WEBSITE, PHONE,
            new MatchField("street", IntakeFields.COMPANY_STREET, MasterFields.ADDRESS_STREET), CITY, STATE,
            new MatchField("state_abbrev", IntakeFields.STATE_ABBREV, MasterFields.STATE_ABBREV),
            new MatchField("postal_code", IntakeFields.COMPANY_POSTAL_CODE, MasterFields.ADDRESS_ZIP),
            new MatchField("country", IntakeFields.COMPANY_COUNTRY, MasterFields.ADDRESS_COUNTRY),
            new MatchField("industry", IntakeFields.INDUSTRY, MasterFields.INDUSTRY),
            new MatchField("employees", IntakeFields.NUM_EMPLOYEES, MasterFields.EMPLOYEE_COUNT),
            new MatchField("founded", IntakeFields.FOUNDED_YEAR, MasterFields.FOUNDED_YEAR),
            new MatchField("linkedin", IntakeFields.COMPANY_LINKEDIN_URL, MasterFields.LINKEDIN_URL),
            new MatchField("facebook", IntakeFields.FACEBOOK_URL, MasterFields.FACEBOOK_URL),
            new MatchField("twitter", IntakeFields.TWITTER_URL, MasterFields.TWITTER_URL),
            new MatchField("sic_codes", IntakeFields.SIC_CODES, MasterFields.SIC_CODES));

    /// The field as a side of a pair has it.
    public Field in(Table table) {
        return table == Table.MASTER ? master : intake;
    }
}
