package barton.steward.service.file;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;

/// What is written in a cell of a workbook, as it is shown there as far as that is data: zeros in front, digits of a number of any
/// length, a date as year, month and day, the value of a formula, the name of an error. Colours, currencies and groups of digits are no
/// data.
final class CellText {
    /// As many digits of a number as a workbook keeps.
    private static final MathContext KEPT = new MathContext(15);
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
    private static final int LATER_EPOCH = 1462;
    private static final long SECONDS = 86_400;
    private static final double LAST_DAY = 2_958_466;
    /// Text in quotes, behind a backslash or in brackets is no part of the pattern; fillers and spaces neither.
    private static final Pattern NO_PATTERN = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?!h+\\]|m+\\]|s+\\])[^\\]]*\\]");
    private static final Pattern CONDITION = Pattern.compile("^\\[(<=|>=|<|>|=)(\\d+(?:\\.\\d+)?)]");
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final Pattern DIGITS = Pattern.compile("[0#?]");

    private final int firstDay;

    CellText(boolean laterEpoch) {
        firstDay = laterEpoch ? LATER_EPOCH : 0;
    }

    String of(Cell cell) {
        if (cell.getType() == CellType.ERROR || cell.getType() == CellType.EMPTY) {
            return cell.getRawValue() == null ? "" : cell.getRawValue();
        }
        return switch (cell.getValue()) {
            case BigDecimal number -> of(number, cell.getDataFormatId(), cell.getDataFormatString());
            case Boolean truth -> truth ? "TRUE" : "FALSE";
            case null -> cell.getRawValue() == null ? "" : cell.getRawValue();
            default -> decoded(cell.getText());
        };
    }

    /// With the characters that XML cannot hold, which a workbook writes as `_x000B_`.
    private static String decoded(String text) {
        return text == null || !text.contains("_x") ? text
                : ESCAPED.matcher(text).replaceAll(e -> Matcher.quoteReplacement("" + (char) Integer.parseInt(e.group(1), 16)));
    }

    String of(BigDecimal number, Integer formatId, String format) {
        String section = format == null ? "" : section(number, format);
        String pattern = format == null ? "" : NO_PATTERN.matcher(section).replaceAll("").toLowerCase(Locale.ROOT);
        if (isDate(pattern, formatId) && number.signum() >= 0 && number.doubleValue() < LAST_DAY) {
            return date(number, pattern);
        }
        BigDecimal kept = number.round(KEPT);
        if (pattern.contains("%")) {
            return plain(kept.movePointRight(2)) + "%";
        }
        return shaped(plain(kept), section);
    }

    /// The part of a format that a number is shown by; formats of phones have one for those with an area code.
    private static String section(BigDecimal number, String format) {
        String[] sections = format.split(";");
        Matcher condition = CONDITION.matcher(sections[0]);
        if (sections.length < 2 || !condition.find()) {
            return sections[0];
        }
        int compared = number.compareTo(new BigDecimal(condition.group(2)));
        boolean met = switch (condition.group(1)) {
            case "<" -> compared < 0;
            case "<=" -> compared <= 0;
            case ">" -> compared > 0;
            case ">=" -> compared >= 0;
            default -> compared == 0;
        };
        return met ? sections[0] : sections[1];
    }

    private static boolean isDate(String pattern, Integer id) {
        boolean builtIn = id != null && (id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58);
        return builtIn || !pattern.isEmpty() && !pattern.contains("general")
                && !DIGITS.matcher(pattern.replaceAll("(ss|s)\\.0+", "")).find()
                && (pattern.matches(".*[ydh].*") || pattern.contains("mm") || pattern.contains("s"));
    }

    private String date(BigDecimal number, String pattern) {
        long days = number.setScale(0, RoundingMode.FLOOR).longValue();
        long seconds = number.subtract(BigDecimal.valueOf(days)).multiply(BigDecimal.valueOf(SECONDS)).setScale(0, RoundingMode.HALF_UP)
                .longValue();
        LocalDateTime at = EPOCH.plusDays(days + firstDay).atStartOfDay().plusSeconds(seconds);
        boolean timed = seconds > 0;
        String time = at.toLocalTime().equals(LocalTime.MIDNIGHT) ? "00:00" : at.toLocalTime().toString();
        if (days == 0 && !pattern.contains("y") && !pattern.contains("d")) {
            return time;
        }
        return timed ? at.toLocalDate() + " " + time : at.toLocalDate().toString();
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /// Digits in the places of a pattern that asks for a certain number of them (`00000`, `000-00-0000`), with what stands between.
    private static String shaped(String digits, String format) {
        String pattern = format.replaceAll("\\[[^\\]]*\\]", "").replaceAll("_.|\\*.", "");
        long zeros = pattern.chars().filter(c -> c == '0').count();
        boolean apart = pattern.matches(".*[#0][-() /\\\\\"]+[#0].*");
        boolean asked = (zeros > 1 || apart) && pattern.matches("[0#\\-() /\\\\\"+]+") && !pattern.contains("#,");
        if (!asked || !digits.matches("\\d+")) {
            return digits;
        }
        String letters = pattern.replace("\\", "").replace("\"", "");
        var shaped = new StringBuilder();
        int left = digits.length() - 1;
        for (int i = letters.length() - 1; i >= 0; i--) {
            char c = letters.charAt(i);
            if (c == '0' || c == '#') {
                if (left >= 0 || c == '0') {
                    shaped.append(left >= 0 ? digits.charAt(left) : c);
                }
                left--;
            } else {
                shaped.append(c);
            }
        }
        return digits.substring(0, Math.max(0, left + 1)) + shaped.reverse();
    }
}
