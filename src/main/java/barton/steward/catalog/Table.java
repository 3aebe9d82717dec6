package barton.steward.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The tables that a steward looks at.
public enum Table {
    INTAKE("intake.company_raw_intake", IntakeFields.ALL, IntakeFields.SHOWN, IntakeFields.FACETS,
            Order.descending(IntakeFields.ID), IntakeFields.COMPANY),
    PEOPLE_INTAKE("intake.people_raw_intake", PeopleIntakeFields.ALL, PeopleIntakeFields.SHOWN, PeopleIntakeFields.FACETS,
            Order.descending(PeopleIntakeFields.ID), PeopleIntakeFields.FIRST_NAME, PeopleIntakeFields.LAST_NAME),
    MASTER("marketing.company_master", MasterFields.ALL, MasterFields.SHOWN, MasterFields.FACETS,
            Order.descending(MasterFields.PROMOTED_FROM_INTAKE_AT), MasterFields.COMPANY_NAME),
    SLOTS("marketing.company_slots", SlotFields.ALL, SlotFields.SHOWN, SlotFields.FACETS,
            Order.descending(SlotFields.CREATED_AT), SlotFields.SLOT_LABEL),
    PEOPLE("marketing.people_master", PeopleFields.ALL, PeopleFields.SHOWN, PeopleFields.FACETS,
            Order.ascending(PeopleFields.FULL_NAME), PeopleFields.FULL_NAME),
    COMPANY_SIDECARS("marketing.company_sidecar", CompanySidecarFields.ALL, CompanySidecarFields.SHOWN, CompanySidecarFields.FACETS,
            Order.descending(CompanySidecarFields.LAST_ENRICHED_AT), CompanySidecarFields.COMPANY_NAME),
    PEOPLE_SIDECARS("marketing.people_sidecar", PeopleSidecarFields.ALL, PeopleSidecarFields.SHOWN, PeopleSidecarFields.FACETS,
            Order.descending(PeopleSidecarFields.LAST_ENRICHED_AT), PeopleSidecarFields.FULL_NAME),
    LOG("public.shq_validation_log", LogFields.ALL, LogFields.SHOWN, LogFields.FACETS,
            Order.descending(LogFields.EXECUTED_AT), LogFields.VALIDATION_RUN_ID);

    private final String qualifiedName;
    private final List<Field> fields;
    private final List<Field> shown;
    private final List<Field> facets;
    private final Order usualOrder;
    private final List<Field> title;

    Table(String qualifiedName, List<Field> fields, List<Field> shown, List<Field> facets, Order usualOrder, Field... title) {
        this.qualifiedName = qualifiedName;
        this.fields = fields;
        this.shown = shown;
        this.facets = facets;
        this.usualOrder = usualOrder;
        this.title = List.of(title);
    }

    /// The order in which a table is shown until somebody asks for another.
    public record Order(Field field, boolean ascending) {
        static Order ascending(Field field) {
            return new Order(field, true);
        }

        static Order descending(Field field) {
            return new Order(field, false);
        }
    }

    /// The name in the database, with its schema.
    public String qualifiedName() {
        return qualifiedName;
    }

    /// All fields, the key first.
    public List<Field> fields() {
        return fields;
    }

    /// The field of that name in the database; empty where the table has none.
    public Optional<Field> field(String name) {
        return fields.stream().filter(f -> f.name().equals(name)).findFirst();
    }

    /// Those that a steward, or a file, fills.
    public List<Field> editableFields() {
        return fields.stream().filter(Field::editable).toList();
    }

    /// The fields with a column, in their order on the screen: first those that are shown until somebody hides them.
    public List<Field> columns() {
        return Stream.concat(shown.stream(), fields.stream().filter(f -> f.width() > 0 && !shown.contains(f))).toList();
    }

    /// Whether the column of a field is shown until somebody hides it.
    public boolean showsAtFirst(Field field) {
        return shown.contains(field);
    }

    /// Those that have a menu of their values.
    public List<Field> facets() {
        return facets;
    }

    public Order usualOrder() {
        return usualOrder;
    }

    /// What a record is called by; several make one name with blanks between them.
    public List<Field> title() {
        return title;
    }

    /// Whose records they are, or belong to; empty for slots, where no promotion leads to, and the log.
    public Optional<Entity> entity() {
        return Arrays.stream(Entity.values()).filter(e -> this == e.intake() || this == e.master() || this == e.sidecar()).findFirst();
    }

    /// Whether its rows are validated and promoted.
    public boolean isIntake() {
        return entity().filter(e -> e.intake() == this).isPresent();
    }

    /// The primary key.
    public Field key() {
        return fields.getFirst();
    }
}
