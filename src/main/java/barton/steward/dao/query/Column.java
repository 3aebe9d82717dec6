package barton.steward.dao.query;

import barton.steward.model.Field;

/// How a field stands in a statement: the expression by which it is compared and sorted, whether the table itself has it under the
/// field's name, whether it can be NULL, and what else is known of a computed one: the choices of its values (or null), and what
/// to join for an expression that is quicker where every row is asked.
public record Column(Field field, String expression, boolean stored, boolean nullable, Choices choices, String join, String joined) {
    /// A column of the base table. The casts change nothing where the type is the field's own, so that indexes serve it.
    /// In adopted databases every column but the key may hold NULL.
    static Column stored(Field field, boolean key) {
        String name = "t." + field.name();
        String expression = switch (field.type()) {
            case NUMERIC -> name + "::numeric";
            case TIMESTAMP -> name + "::timestamptz";
            case JSON -> name + "::jsonb";
            case TEXT_ARRAY -> "shq.text_list(" + name + ")";
            default -> name;
        };
        return new Column(field, expression, true, !key, null, "", expression);
    }

    static Column computed(Field field, String expression) {
        return new Column(field, "(" + expression + ")", false, field.nullable(), null, "", "(" + expression + ")");
    }

    /// A text that is decided by a few conditions.
    static Column chosen(Field field, String expression, Choices choices) {
        return new Column(field, "(" + expression + ")", false, field.nullable(), choices, "", "(" + expression + ")");
    }

    Column joined(String quickerJoin, String quicker) {
        return new Column(field, expression, stored, nullable, choices, quickerJoin, "(" + quicker + ")");
    }

    /// The column as it is asked of every row, in an order or a count of values; its join must be added to the source's.
    Column ofEveryRow() {
        return new Column(field, joined, stored, nullable, choices, join, joined);
    }

    /// The value to show, from an expression for it.
    String read(String value) {
        String cast = value + "::" + Values.sqlType(field.type());
        return switch (field.type()) {
            case JSON -> cast + "::text";
            default -> cast;
        };
    }

    String read() {
        return read(expression);
    }
}
