package barton.steward.catalog;

/// What files have beside the columns of intake. It is kept with each row, by its headers, and an export can write it as further columns.
public final class KeptColumns {
    /// All of a row's, as one object.
    public static final Field FIELD = Field.fixed("kept_columns", FieldType.JSON).asked();

    private KeptColumns() {
    }

    /// One of them as a column of a file; no table has it.
    public static Field column(String header) {
        return Field.fixed(header, FieldType.TEXT);
    }
}
