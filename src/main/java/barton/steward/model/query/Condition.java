package barton.steward.model.query;

import barton.steward.catalog.Field;
import barton.steward.catalog.Word;
import java.util.Collection;
import java.util.List;

/// One condition on one field. The value is of the field's type; a list of such for [Op#ONE_OF] and its contrary, of two for
/// [Op#BETWEEN]; an element for [Op#HAS] and its contrary; null for [Op#EMPTY] and [Op#PRESENT]. Values are bound, wildcards in them are
/// plain characters. What is contrary is met by rows without a value.
public record Condition(Field field, Op op, Object value) implements Filter {
    /// A [Word] stands for what the database writes.
    public Condition {
        value = value instanceof List<?> values ? values.stream().map(Condition::stored).toList() : stored(value);
    }

    private static Object stored(Object value) {
        return value instanceof Word word ? word.word() : value;
    }

    /// How the field is compared.
    public enum Op {
        IS, IS_NOT, ONE_OF, NOT_ONE_OF, CONTAINS, NOT_CONTAINS, STARTS_WITH, NOT_STARTS_WITH,
        /// The text looks like this, as `shq.shape` writes it: `999-999-9999`.
        SHAPED,
        /// From the first value to the second, both included.
        BETWEEN,
        AT_LEAST, AT_MOST, EMPTY, PRESENT,
        /// The array has this element; the JSON object, or array of texts, this key.
        HAS, HAS_NOT,
        /// The JSON has these keys with these values in it, wherever else it has more; itself a JSON text.
        HOLDS
    }

    @Override
    public boolean isAbout(Field other) {
        return field.equals(other);
    }

    public static Condition is(Field field, Object value) {
        return new Condition(field, Op.IS, value);
    }

    public static Condition oneOf(Field field, Collection<?> values) {
        return new Condition(field, Op.ONE_OF, List.copyOf(values));
    }

    public static Condition empty(Field field) {
        return new Condition(field, Op.EMPTY, null);
    }
}
