package barton.steward.ui.table;

import barton.steward.catalog.Field;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Condition.Op;
import barton.steward.ui.support.ValueFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Conditions from what was typed, and back.
public final class Conditions {
    private static final Pattern PAIR = Pattern.compile("([^{}\\[\\]\"=]+?)\\s*=\\s*(.+)", Pattern.DOTALL);

    private Conditions() {
    }

    /// Whether the operator compares with a value.
    static boolean needsValue(Op op) {
        return op != Op.EMPTY && op != Op.PRESENT;
    }

    /// @param text for [Op#ONE_OF] one value a line
    /// @throws IllegalArgumentException where the text is no value of the field; the message is a sentence
    static Condition parse(Field field, Op op, String text) {
        return switch (op) {
            case EMPTY, PRESENT -> new Condition(field, op, null);
            case ONE_OF -> Condition.oneOf(field, text.lines().filter(l -> !l.isBlank()).map(l -> ValueFormat.parse(field, l)).toList());
            case HOLDS -> new Condition(field, op, ValueFormat.parse(field, part(text.strip())));
            case HAS, CONTAINS, STARTS_WITH -> new Condition(field, op, text.strip());
            default -> new Condition(field, op, ValueFormat.parse(field, text));
        };
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

    static String text(Condition condition) {
        return switch (condition.value()) {
            case null -> "";
            case List<?> list -> String.join("\n", list.stream().map(v -> ValueFormat.editable(condition.field(), v)).toList());
            default -> ValueFormat.editable(condition.field(), condition.value());
        };
    }
}
