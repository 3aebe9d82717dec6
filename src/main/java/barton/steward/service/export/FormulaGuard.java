package barton.steward.service.export;

import java.util.regex.Pattern;

/// The apostrophe that keeps a spreadsheet from taking a text for a formula. It is also put before texts that look as if they had one
/// already, so that taking away one gives every text back as it was.
public final class FormulaGuard {
    /// The last four are the full-width forms, which spreadsheets of East Asia take for the others.
    private static final String STARTS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";
    private static final String BREAKS = "\t\r\n";
    private static final Pattern NEGATIVE = Pattern.compile("-[0-9]+(\\.[0-9]+)?");
    private static final char GUARD = '\'';

    private FormulaGuard() {
    }

    /// The text, with an apostrophe in front where it needs one.
    public static String put(String text) {
        return isFormula(text, guards(text)) ? GUARD + text : text;
    }

    /// The text without the apostrophe that [#put] gave it.
    public static String take(String text) {
        int guards = guards(text);
        return guards > 0 && isFormula(text, guards) ? text.substring(1) : text;
    }

    /// Whether a cell would have been given an apostrophe and has none; a negative number never gets one.
    public static boolean isBare(String text) {
        return isFormula(text, 0) && !NEGATIVE.matcher(text).matches();
    }

    private static int guards(String text) {
        int guards = 0;
        while (guards < text.length() && text.charAt(guards) == GUARD) {
            guards++;
        }
        return guards;
    }

    /// Whether it begins like a formula from a place on: with what follows blanks and what cannot be seen, or with a break.
    private static boolean isFormula(String text, int from) {
        if (from < text.length() && BREAKS.indexOf(text.charAt(from)) >= 0) {
            return true;
        }
        int start = from;
        while (start < text.length() && isUnseen(text.charAt(start))) {
            start++;
        }
        return start < text.length() && STARTS.indexOf(text.charAt(start)) >= 0;
    }

    private static boolean isUnseen(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT;
    }
}
