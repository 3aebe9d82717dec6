package barton.steward.catalog;

import java.util.List;

/// The tables that a steward looks at.
public enum Table {
    INTAKE("intake.company_raw_intake", IntakeFields.ALL),
    PEOPLE_INTAKE("intake.people_raw_intake", PeopleIntakeFields.ALL),
    MASTER("marketing.company_master", MasterFields.ALL),
    SLOTS("marketing.company_slots", SlotFields.ALL),
    PEOPLE("marketing.people_master", PeopleFields.ALL),
    COMPANY_SIDECARS("marketing.company_sidecar", CompanySidecarFields.ALL),
    PEOPLE_SIDECARS("marketing.people_sidecar", PeopleSidecarFields.ALL),
    LOG("public.shq_validation_log", LogFields.ALL);

    private final String qualifiedName;
    private final List<Field> fields;

    Table(String qualifiedName, List<Field> fields) {
        this.qualifiedName = qualifiedName;
        this.fields = fields;
    }

    /// The name in the database, with its schema.
    public String qualifiedName() {
        return qualifiedName;
    }

    /// All fields, the key first.
    public List<Field> fields() {
        return fields;
    }

    /// Whether its rows are validated and promoted.
    public boolean isIntake() {
        return this == INTAKE || this == PEOPLE_INTAKE;
    }

    /// The primary key.
    public Field key() {
        return fields.getFirst();
    }
}
