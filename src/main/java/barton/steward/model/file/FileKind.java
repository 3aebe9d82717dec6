package barton.steward.model.file;

/// What kind of file a table is read from.
public enum FileKind {
    /// Cells between delimiters: CSV, TSV and their like.
    DELIMITED("CSV"),
    EXCEL("Excel workbook"),
    /// An array of objects, or an object with such an array in it.
    JSON("JSON"),
    /// An object on each line.
    JSON_LINES("JSON Lines");

    private final String title;

    FileKind(String title) {
        this.title = title;
    }

    /// What people call it.
    public String title() {
        return title;
    }
}
