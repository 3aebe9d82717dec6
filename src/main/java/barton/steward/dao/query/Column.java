package barton.steward.dao.query;

import barton.steward.model.Field;
import java.util.Map;

/// How a field stands in a statement: the expression by which it is compared and sorted, whether the table itself has it under the
/// field's name, whether it can be NULL, and, for a computed field of few values, what each value means for a row.
public record Column(Field field, String expression, boolean stored, boolean nullable, Map<String, String> meanings) {
    /// A column of the base table. The casts change nothing where the type is the field's own, so that indexes serve it.
    /// In adopted databases every column but the key may hold NULL.
    static Column stored(Field field, boolean key) {
        String name = "t." + field.name();
        String expression = switch (field.type()) {
            case TIMESTAMP -> name + "::timestamptz";
            case JSON -> name + "::jsonb";
            case TEXT_ARRAY -> "shq.text_list(" + name + ")";
            default -> name;
        };
        return new Column(field, expression, true, !key, Map.of());
    }

    static Column computed(Field field, String expression) {
        return new Column(field, "(" + expression + ")", false, field.nullable(), Map.of());
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
