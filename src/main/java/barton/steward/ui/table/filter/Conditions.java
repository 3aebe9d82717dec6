package barton.steward.ui.table.filter;

import barton.steward.catalog.Field;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Condition.Op;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.ValueFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Conditions from what was typed, and back.
public final class Conditions {
    private static final Pattern PAIR = Pattern.compile("([^{}\\[\\]\"=]+?)\\s*=\\s*(.+)", Pattern.DOTALL);

    private Conditions() {
    }

    /// Whether the operator compares with several values.
    static boolean takesSeveral(Op op) {
        return op == Op.ONE_OF || op == Op.NOT_ONE_OF;
    }

    /// @param text for several values one a line
    /// @throws IllegalArgumentException where the text is no value of the field; the message is a sentence
    public static Condition parse(Field field, Op op, String text) {
        return switch (op) {
            case EMPTY, PRESENT -> new Condition(field, op, null);
            case ONE_OF, NOT_ONE_OF, BETWEEN -> new Condition(field, op,
                    text.lines().filter(l -> !l.isBlank()).map(l -> ValueFormat.parse(field, l)).toList());
            case HOLDS -> new Condition(field, op, ValueFormat.parse(field, part(text.strip())));
            case HAS, HAS_NOT, CONTAINS, NOT_CONTAINS, STARTS_WITH, NOT_STARTS_WITH, SHAPED -> new Condition(field, op, text.strip());
            default -> new Condition(field, op, ValueFormat.parse(field, text));
        };
    }

    /// From one value to another; an end that is null is open.
    /// @throws IllegalArgumentException where both are, or the first is beyond the last; the message is a sentence
    @SuppressWarnings({"unchecked", "rawtypes"})
    static Condition range(Field field, Object least, Object most) {
        if (least == null && most == null) {
            throw new IllegalArgumentException(Messages.get("filter.needs"));
        }
        if (least == null || most == null) {
            return least == null ? new Condition(field, Op.AT_MOST, most) : new Condition(field, Op.AT_LEAST, least);
        }
        if (((Comparable) least).compareTo(most) > 0) {
            throw new IllegalArgumentException(Messages.get("filter.backwards"));
        }
        return new Condition(field, Op.BETWEEN, List.of(least, most));
    }

    /// A key and its value, written `key = value`, as JSON; JSON as it is. What is no JSON value is a text.
    private static String part(String text) {
        Matcher pair = PAIR.matcher(text);
        if (!pair.matches()) {
            return text;
        }
        String value = ValueFormat.tree(pair.group(2)).map(ValueFormat::json).orElseGet(() -> ValueFormat.quoted(pair.group(2)));
        return "{" + ValueFormat.quoted(pair.group(1)) + ": " + value + "}";
    }

    /// The value as it is typed, several one a line.
    public static String text(Condition condition) {
        return switch (condition.value()) {
            case null -> "";
            case List<?> list -> String.join("\n", list.stream().map(v -> ValueFormat.editable(condition.field(), v)).toList());
            default -> ValueFormat.editable(condition.field(), condition.value());
        };
    }
}
