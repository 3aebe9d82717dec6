package barton.steward.service.export;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.RichText;
import org.dhatim.fastexcel.Worksheet;

/// Texts as cells of a workbook that come back as they were: what XML cannot hold is `_xHHHH_`, as ECMA-376 has it for strings, and
/// blanks at the ends are kept.
final class XlsxText {
    private static final int LONGEST = 32_767;
    private static final Pattern ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)|[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");

    private long cut;

    /// How many texts were longer than a cell.
    long cut() {
        return cut;
    }

    void put(Worksheet sheet, int row, int column, String text) {
        String fitting = text;
        if (text.length() > LONGEST) {
            cut++;
            fitting = text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
        }
        String escaped = ESCAPED.matcher(fitting).replaceAll(XlsxText::escape);
        if (escaped.length() <= LONGEST) {
            fitting = escaped;
        }
        if (fitting.equals(fitting.strip()) && !fitting.isEmpty()) {
            sheet.inlineString(row, column, fitting);
        } else {
            sheet.inlineString(row, column, RichText.builder().run(fitting).end().build());
        }
    }

    private static String escape(MatchResult found) {
        return Matcher.quoteReplacement("_x%04X_".formatted((int) found.group().charAt(0)));
    }
}
