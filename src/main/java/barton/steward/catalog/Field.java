package barton.steward.catalog;

import java.util.List;
import java.util.Optional;

/// A field of a table: a column of the database by its name there, or a value computed from several. It says all that is known of it:
/// whether it may be empty and be edited, how a table shows it and how wide (in pixels; 0 for a field without a column), whether rows are
/// only asked for it, whether it is content (a record whose content changes loses its validation), which field of master a promotion
/// makes of it, and the headers by which files call it besides its own name.
///
/// Instances are the constants of the `*Fields` types; a data access object refuses any other. Fields of the same name and type are equal:
/// a batch id is the same in every table that has one.
public record Field(String name, FieldType type, boolean nullable, boolean editable, Display display, int width, boolean onlyAsked,
                    boolean isContent, Optional<Field> master, List<String> headers) {
    private Field(String name, FieldType type, boolean nullable, boolean editable) {
        this(name, type, nullable, editable, Display.PLAIN, type.width(), false, false, Optional.empty(), List.of());
    }

    /// The name of a column in plain words, for sentences in which nobody can know its title: `company name`.
    public static String words(String column) {
        return column.replace('_', ' ').strip();
    }

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

    Field as(Display how) {
        return new Field(name, type, nullable, editable, how, width, onlyAsked, isContent, master, headers);
    }

    Field width(int pixels) {
        return new Field(name, type, nullable, editable, display, pixels, onlyAsked, isContent, master, headers);
    }

    Field withoutColumn() {
        return width(0);
    }

    /// Rows are filtered and counted by it and answers show it, but it is none of the fields that a row is read with.
    Field asked() {
        return new Field(name, type, nullable, editable, display, 0, true, isContent, master, headers);
    }

    Field content() {
        return new Field(name, type, nullable, editable, display, width, onlyAsked, true, master, headers);
    }

    Field becomes(Field ofMaster) {
        return new Field(name, type, nullable, editable, display, width, onlyAsked, isContent, Optional.of(ofMaster), headers);
    }

    Field headers(String... usual) {
        return new Field(name, type, nullable, editable, display, width, onlyAsked, isContent, master, List.of(usual));
    }

    /// Whether its values are addresses of pages on the web, as its name says.
    public boolean isWebAddress() {
        return type == FieldType.TEXT && (name.equals("website") || name.endsWith("_url"));
    }

    /// Whether its values are phone numbers, as its name says.
    public boolean isPhone() {
        return type == FieldType.TEXT && name.matches(".*phone(_e164)?");
    }

    /// Whether its values are e-mail addresses, as its name says.
    public boolean isEmail() {
        return type == FieldType.TEXT && name.equals("email");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Field field && field.name.equals(name) && field.type == type;
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
