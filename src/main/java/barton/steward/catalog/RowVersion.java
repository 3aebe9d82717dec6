package barton.steward.catalog;

import java.util.List;

/// What tells whether a record was changed by hand since a file was made of it: a word over all its fields that are edited. It begins with
/// a letter, so that no spreadsheet takes it for a number.
public final class RowVersion {
    public static final Field FIELD = Field.fixed("steward_version", FieldType.TEXT).asked();
    /// The tables whose records have one.
    public static final List<Table> TABLES = List.of(Table.INTAKE, Table.PEOPLE_INTAKE, Table.MASTER, Table.PEOPLE);

    private RowVersion() {
    }
}
