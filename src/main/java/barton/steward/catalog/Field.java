package barton.steward.catalog;

/// A field of a table: a column of the database by its name there, or a value computed from several.
/// Instances are the constants of the `*Fields` types; a data access object refuses any other.
public record Field(String name, FieldType type, boolean nullable, boolean editable) {
    static Field required(String name, FieldType type) {
        return new Field(name, type, false, false);
    }

    static Field fixed(String name, FieldType type) {
        return new Field(name, type, true, false);
    }

    static Field editable(String name, FieldType type) {
        return new Field(name, type, true, true);
    }

    static Field editableRequired(String name, FieldType type) {
        return new Field(name, type, false, true);
    }

    @Override
    public String toString() {
        return name;
    }
}
