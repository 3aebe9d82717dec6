package barton.steward.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What goes the way from intake to master and gets a sidecar there, and what rules check: all that differs between companies and people.
public enum Entity implements Word {
    COMPANY(Table.INTAKE, Table.MASTER, Table.COMPANY_SIDECARS, "companies", IntakeFields.COMPANY_STATE, IntakeFields.COMPANY_COUNTRY,
            List.of(IntakeFields.COMPANY, IntakeFields.COMPANY_NAME_FOR_EMAILS, IntakeFields.WEBSITE),
            List.of(IntakeFields.COMPANY, IntakeFields.WEBSITE, IntakeFields.COMPANY_CITY), List.of(),
            MasterFields.PROMOTION_RUN, MasterFields.SOURCE_RECORD_ID, CompanySidecarFields.LAST_ENRICHED_AT,
            List.of(Table.MASTER, Table.SLOTS),
            new EntityFunctions("promote_company_records", "clear_promoted_intake", "validate_company_batch", "validate_companies",
                    "validate_and_promote")),
    PERSON(Table.PEOPLE_INTAKE, Table.PEOPLE, Table.PEOPLE_SIDECARS, "people", PeopleIntakeFields.STATE, PeopleIntakeFields.COUNTRY,
            List.of(PeopleIntakeFields.FIRST_NAME, PeopleIntakeFields.LAST_NAME, PeopleIntakeFields.FULL_NAME, PeopleIntakeFields.EMAIL),
            List.of(PeopleIntakeFields.FIRST_NAME, PeopleIntakeFields.LAST_NAME, PeopleIntakeFields.FULL_NAME, PeopleIntakeFields.EMAIL,
                    PeopleIntakeFields.COMPANY_NAME),
            List.of(PeopleIntakeFields.WORK_PHONE, PeopleIntakeFields.PERSONAL_PHONE),
            PeopleFields.PROMOTION_RUN, PeopleFields.SOURCE_RECORD_ID, PeopleSidecarFields.LAST_ENRICHED_AT,
            List.of(Table.PEOPLE),
            new EntityFunctions("promote_people_records", "clear_promoted_people", "validate_people_batch", "validate_people",
                    "validate_and_promote_people"));

    private final Table intake;
    private final Table master;
    private final Table sidecar;
    private final String plural;
    private final Field state;
    private final Field country;
    private final List<Field> names;
    private final List<Field> identity;
    private final List<Field> phones;
    private final Field promotionRun;
    private final Field sourceRecordId;
    private final Field enrichedAt;
    private final List<Table> madeByPromotion;
    private final EntityFunctions functions;

    Entity(Table intake, Table master, Table sidecar, String plural, Field state, Field country, List<Field> names,
           List<Field> identity, List<Field> phones, Field promotionRun, Field sourceRecordId, Field enrichedAt,
           List<Table> madeByPromotion, EntityFunctions functions) {
        this.intake = intake;
        this.master = master;
        this.sidecar = sidecar;
        this.plural = plural;
        this.state = state;
        this.country = country;
        this.names = names;
        this.identity = identity;
        this.phones = phones;
        this.promotionRun = promotionRun;
        this.sourceRecordId = sourceRecordId;
        this.enrichedAt = enrichedAt;
        this.madeByPromotion = madeByPromotion;
        this.functions = functions;
    }

    public Table intake() {
        return intake;
    }

    public Table master() {
        return master;
    }

    public Table sidecar() {
        return sidecar;
    }

    /// The word for one, as the database writes it and sentences say it: `company`, `person`.
    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The word for several.
    public String plural() {
        return plural;
    }

    /// The field of intake with the name of the state, from which `state_abbrev` is filled.
    public Field state() {
        return state;
    }

    /// The field of intake with the country; numbers of its phones are of it where they name none.
    public Field country() {
        return country;
    }

    /// The fields of intake of which a file must fill at least one, so that it says what its records are called.
    public List<Field> names() {
        return names;
    }

    /// The fields of intake by which a row is known again: who says the same in all that a file fills is the same.
    public List<Field> identity() {
        return identity;
    }

    /// The fields of intake that are written as E.164, which master asks for.
    public List<Field> phones() {
        return phones;
    }

    /// The field of master with the run that promoted a record.
    public Field promotionRun() {
        return promotionRun;
    }

    /// The field of master with the number of the row of intake, as text.
    public Field sourceRecordId() {
        return sourceRecordId;
    }

    /// The field of the sidecar with the time of the latest enrichment.
    public Field enrichedAt() {
        return enrichedAt;
    }

    public EntityFunctions functions() {
        return functions;
    }

    /// The names of the tables that a promotion fills.
    public List<String> madeByPromotion() {
        return madeByPromotion.stream().map(Table::qualifiedName).toList();
    }

    /// Whose table of intake the `source_table` of a run names; companies, of which runs of other clients are, where it names none.
    public static Entity ofSource(String table) {
        return Arrays.stream(values()).filter(e -> e.intake.qualifiedName().equals(table)).findFirst().orElse(COMPANY);
    }

    /// Whose intake a table is; empty where it is none.
    public static Optional<Entity> ofIntake(Table table) {
        return table.entity().filter(e -> e.intake() == table);
    }
}
