package barton.steward.config;

import java.util.regex.Pattern;

/// Makes control characters visible, so that no value from a database or a file can move the cursor of a terminal, recolour it, turn
/// the direction of what follows, or forge a line: `\\u001B` stands for an escape. Inside JSON that is the same text still.
public final class Visible {
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069&&[^\\n\\t]]");
    private static final Pattern BREAKS = Pattern.compile("[\\n\\t]");

    private Visible() {
    }

    /// Of text that has lines of its own: line ends and tabs stay.
    public static String lines(String text) {
        return CONTROLS.matcher(text).replaceAll(m -> escape(m.group()));
    }

    /// Of a value, which stands in one line.
    public static String value(String text) {
        return BREAKS.matcher(lines(text)).replaceAll(m -> escape(m.group()));
    }

    private static String escape(String control) {
        return "\\\\u%04X".formatted((int) control.charAt(0));
    }
}
