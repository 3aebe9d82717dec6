package barton.steward.model.matching;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.PeopleIntakeFields;
import barton.steward.catalog.Table;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What a row of intake and a company in master both say, and so can be taken over from one to the other.
public record MatchField(String name, Field intake) {
    public static final MatchField NAME = new MatchField("name", IntakeFields.COMPANY);
    public static final MatchField WEBSITE = new MatchField("website", IntakeFields.WEBSITE);
    public static final MatchField PHONE = new MatchField("phone", IntakeFields.COMPANY_PHONE);
    public static final MatchField CITY = new MatchField("city", IntakeFields.COMPANY_CITY);
    public static final MatchField STATE = new MatchField("state", IntakeFields.COMPANY_STATE);

    private static final List<MatchField> NAMED = List.of(NAME, WEBSITE, PHONE,
            new MatchField("street", IntakeFields.COMPANY_STREET), CITY, STATE,
            new MatchField("state_abbrev", IntakeFields.STATE_ABBREV),
            new MatchField("postal_code", IntakeFields.COMPANY_POSTAL_CODE),
            new MatchField("country", IntakeFields.COMPANY_COUNTRY),
            new MatchField("industry", IntakeFields.INDUSTRY),
            new MatchField("employees", IntakeFields.NUM_EMPLOYEES),
            new MatchField("founded", IntakeFields.FOUNDED_YEAR),
            new MatchField("linkedin", IntakeFields.COMPANY_LINKEDIN_URL),
            new MatchField("facebook", IntakeFields.FACEBOOK_URL),
            new MatchField("twitter", IntakeFields.TWITTER_URL),
            new MatchField("sic_codes", IntakeFields.SIC_CODES));

    /// In the order in which they are compared: whatever a promotion takes over as a steward may have typed it.
    public static final List<MatchField> ALL = Stream.concat(NAMED.stream(), Table.INTAKE.editableFields().stream()
            .filter(f -> f.master().isPresent() && NAMED.stream().noneMatch(n -> n.intake.equals(f)))
            .map(f -> new MatchField(f.name(), f))).toList();

    private static final MatchField EMAIL = new MatchField("email", PeopleIntakeFields.EMAIL);

    /// What people of intake and of master both say, in the order in which they are compared.
    private static final List<MatchField> OF_PEOPLE = Stream.concat(Stream.of(
            new MatchField("first_name", PeopleIntakeFields.FIRST_NAME), new MatchField("last_name", PeopleIntakeFields.LAST_NAME), EMAIL,
            new MatchField("work_phone", PeopleIntakeFields.WORK_PHONE),
            new MatchField("personal_phone", PeopleIntakeFields.PERSONAL_PHONE), new MatchField("title", PeopleIntakeFields.TITLE)),
            Table.PEOPLE_INTAKE.editableFields().stream().filter(f -> f.master().isPresent() && !Set.of("first_name", "last_name", "email",
                    "work_phone", "personal_phone", "title").contains(f.name())).map(f -> new MatchField(f.name(), f))).toList();

    /// What such records both say.
    public static List<MatchField> of(Entity entity) {
        return entity == Entity.PERSON ? OF_PEOPLE : ALL;
    }

    /// What tells one of such records from another of the same name: decisions are about both.
    public static MatchField face(Entity entity) {
        return entity == Entity.PERSON ? EMAIL : WEBSITE;
    }

    public Field master() {
        return intake.master().orElseThrow();
    }

    /// The field as a side of a pair has it.
    public Field in(Table table) {
        return table.isIntake() ? intake : master();
    }
}
