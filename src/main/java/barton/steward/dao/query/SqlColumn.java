package barton.steward.dao.query;

import barton.steward.catalog.Field;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.MasterFields;
import barton.steward.catalog.PeopleFields;
import barton.steward.catalog.PeopleIntakeFields;
import java.util.Set;
import java.util.function.Function;

/// How a field stands in a statement: the expression by which it is compared and sorted, whether the table itself has it under the
/// field's name, whether it can be NULL, the choices of its values (or null), and what else is known of a computed one: what
/// to join for an expression that is quicker where every row is asked, and by which condition (or null) the rows are found
/// whose array has an element.
public record SqlColumn(Field field, String expression, boolean stored, boolean nullable, Choices choices, String join, String joined,
                     Function<Object, Sql> having) {
    /// Names that an index has in their order, but for longer ones, for which its entries have no room in every script.
    private static final Set<Field> NAMES = Set.of(IntakeFields.COMPANY, MasterFields.COMPANY_NAME, PeopleFields.FULL_NAME,
            PeopleIntakeFields.LAST_NAME);
    private static final int LONGEST_NAME = 600;

    /// A column of the base table. The casts change nothing where the type is the field's own, so that indexes serve it.
    /// In adopted databases every column but the key may hold NULL.
    static SqlColumn stored(Field field, boolean key) {
        String name = "t." + field.name();
        String expression = switch (field.type()) {
            case NUMERIC -> name + "::numeric";
            case TIMESTAMP -> name + "::timestamptz";
            case JSON -> name + "::jsonb";
            case TEXT_ARRAY -> "shq.text_list(" + name + ")";
            default -> name;
        };
        return new SqlColumn(field, expression, true, !key, null, "", expression, null);
    }

    static SqlColumn computed(Field field, String expression) {
        return new SqlColumn(field, "(" + expression + ")", false, field.nullable(), null, "", "(" + expression + ")", null);
    }

    /// A text that is decided by a few conditions.
    static SqlColumn chosen(Field field, String expression, Choices choices) {
        return new SqlColumn(field, "(" + expression + ")", false, field.nullable(), choices, "", "(" + expression + ")", null);
    }

    /// The same, its values asked by other conditions.
    SqlColumn choosing(Choices choices) {
        return new SqlColumn(field, expression, stored, nullable, choices, join, joined, having);
    }

    SqlColumn joined(String quickerJoin, String quicker) {
        return new SqlColumn(field, expression, stored, nullable, choices, quickerJoin, "(" + quicker + ")", having);
    }

    SqlColumn having(Function<Object, Sql> condition) {
        return new SqlColumn(field, expression, stored, nullable, choices, join, joined, condition);
    }

    /// The column as it is asked of every row, in an order or a count of values; its join must be added to the source's.
    public SqlColumn ofEveryRow() {
        return new SqlColumn(field, joined, stored, nullable, choices, join, joined, having);
    }

    /// Whether an order places a row with this value by it. What it does not place comes last.
    boolean places(Object value) {
        return value instanceof String name && NAMES.contains(field) ? name.codePointCount(0, name.length()) <= LONGEST_NAME
                : value != null;
    }

    /// The condition for rows that the order places, or for all others, as the indexes have it.
    String placed(boolean yes) {
        if (!NAMES.contains(field)) {
            return expression + (yes ? " IS NOT NULL" : " IS NULL");
        }
        return yes ? inShort() : "(" + inShort() + ") IS NOT TRUE";
    }

    /// The value by which an order places a row, NULL where it has none.
    String place() {
        return NAMES.contains(field) ? "CASE WHEN " + inShort() + " THEN " + expression + " END" : expression;
    }

    private String inShort() {
        return "length(" + expression + ") <= " + LONGEST_NAME;
    }

    /// The value to show, from an expression for it.
    String read(String value) {
        String cast = value + "::" + SqlValues.sqlType(field.type());
        return switch (field.type()) {
            case JSON -> cast + "::text";
            default -> cast;
        };
    }

    String read() {
        return read(expression);
    }
}
