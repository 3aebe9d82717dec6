package barton.steward.catalog;

/// What goes the way from intake to master, and what rules judge. The names in the database are those in lower case.
public enum Entity {
    COMPANY(Table.INTAKE, Table.MASTER), PERSON(Table.PEOPLE_INTAKE, Table.PEOPLE);

    private final Table intake;
    private final Table master;

    Entity(Table intake, Table master) {
        this.intake = intake;
        this.master = master;
    }

    public Table intake() {
        return intake;
    }

    public Table master() {
        return master;
    }

    /// Of which a table of intake has the records.
    public static Entity of(Table intake) {
        return intake == Table.PEOPLE_INTAKE ? PERSON : COMPANY;
    }
}
