package barton.steward.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/// What stewards call the columns of tables, from `messages.properties`: the titles of the window, which commands print, and understand
/// beside the names that the database has.
public final class ColumnNames {
    static final ResourceBundle TEXTS = ResourceBundle.getBundle("barton.steward.messages", Locale.ROOT);

    private ColumnNames() {
    }

    /// The title of a field; a table may have one of its own for it.
    public static String of(Table table, Field field) {
        String own = "field." + table.name() + "." + field.name();
        return TEXTS.getString(TEXTS.containsKey(own) ? own : "field." + field.name());
    }

    /// The title of a column by its name in the database; that name in words where the table has no such column.
    public static String of(Table table, String column) {
        return table.field(column).map(field -> of(table, field)).orElseGet(() -> Field.words(column));
    }

    /// The titles of fields in a line, as a sentence lists them.
    public static String list(Table table, List<Field> fields) {
        return String.join(", ", fields.stream().map(field -> of(table, field)).toList());
    }

    /// The field that a steward means: by its name in the database, or by its title, whatever its case and blanks are; of two with the same
    /// title the one that is edited.
    public static Optional<Field> field(Table table, String said) {
        String folded = HeaderText.folded(said);
        return Stream.concat(table.field(said.strip()).stream(), table.fields().stream()
                .filter(field -> !folded.isEmpty() && HeaderText.folded(of(table, field)).equals(folded))
                .sorted(Comparator.comparing((Field field) -> !field.editable()))).findFirst();
    }

    /// The name in the database of the column that a steward means; what was said where there is none.
    public static String column(Table table, String said) {
        return field(table, said).map(Field::name).orElse(said);
    }
}
