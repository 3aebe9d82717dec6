package barton.steward.service.intake;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the text of a cell says as a whole number: none, a value, the lower end of what it says less exactly, or why it is no number.
public sealed interface WholeNumber {
    record None() implements WholeNumber {
    }

    record Value(int number) implements WholeNumber {
    }

    /// Of a range, of a number with a plus behind, of one that is rounded.
    record LowerEnd(int number) implements WholeNumber {
    }

    record NotWhole(String why) implements WholeNumber {
    }

    /// Digits, plain or in groups of three, with a sign or without, and nothing but zeros behind a point.
    Pattern WRITTEN = Pattern.compile("[+-]?([0-9]+|[0-9]{1,3}([, '’][0-9]{3})+|[0-9]{1,3}(\\.[0-9]{3}){2,})(\\.0*)?");
    String NUMBER = "([0-9][0-9, '’]*(?:\\.[0-9]+)?)\\s*(k|m|tsd|thousand|mio|million)?";
    String UNIT = "(?:\\s*(?:employees?|people|staff|workers|ftes?|mitarbeiter(?:innen)?|employés|salariés|empleados|members?))?";
    Pattern PLAIN = Pattern.compile("([+-]?[0-9][0-9, '’.]*)" + UNIT);
    Pattern RANGE = Pattern.compile("(?:from |between |de |von |entre |zwischen )?" + NUMBER + UNIT
            + "\\s*(?:-|–|—|−|~|〜|～|to|bis|à|a|until|and|\\.\\.+|…)\\s*" + NUMBER + "\\+?" + UNIT);
    Pattern OPEN = Pattern.compile("(?:over|more than|at least|>=?|≥|über|mehr als|mindestens|plus de|más de)\\s*" + NUMBER + "\\+?" + UNIT
            + "|" + NUMBER + UNIT + "\\s*(?:\\+|plus|or more|and more|and above|& above|and up|以上|人以上)" + UNIT);
    Pattern ROUNDED = Pattern.compile("(?:c\\.?|ca\\.?|circa|~|≈|about|around|approx\\.?|approximately|est\\.?"
            + "|etwa|rund|environ|approximativement)"
            + "\\s*" + NUMBER + UNIT + "|([0-9][0-9,]*(?:\\.[0-9]+)?)\\s*(k|m|tsd|thousand|mio|million)" + UNIT);
    /// What a spreadsheet makes of `11-50` and of `2-10`.
    Pattern MONTH = Pattern.compile("(?:(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[- ]([0-9]{2,4})"
            + "|([0-9]{1,2})[- ](jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)");
    String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    int LONGEST = 100;

    static WholeNumber read(String cell) {
        String text = plain(cell);
        if (text.isEmpty()) {
            return new None();
        }
        if (text.length() > LONGEST) {
            return notWhole(text);
        }
        if (WRITTEN.matcher(text).matches()) {
            return value(text);
        }
        Matcher unit = PLAIN.matcher(text);
        if (unit.matches() && WRITTEN.matcher(unit.group(1).strip()).matches()) {
            return value(unit.group(1).strip());
        }
        for (Pattern pattern : new Pattern[] {RANGE, OPEN, ROUNDED}) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.matches()) {
                return lowerEnd(matcher, text);
            }
        }
        Matcher month = MONTH.matcher(text);
        return month.matches() ? ofMonth(month) : notWhole(text);
    }

    /// In small letters, with plain blanks, and without what cannot be seen or is only there for a spreadsheet.
    private static String plain(String cell) {
        String seen = cell.replaceAll("\\p{Cf}", "").replaceAll("[\\s\\p{Z}]+", " ").strip();
        String bare = seen.replaceFirst("^=\"(.*)\"$|^'", "$1");
        return bare.toLowerCase(Locale.ROOT).strip();
    }

    private static WholeNumber value(String text) {
        String digits = text.replaceFirst("\\.0*$", "").replaceAll("[, '’.]", "");
        var number = new BigInteger(digits);
        return number.bitLength() < Integer.SIZE ? new Value(number.intValue()) : new NotWhole(Quote.of(text) + " is too large a number");
    }

    private static WholeNumber lowerEnd(Matcher matcher, String text) {
        for (int group = 1; group < matcher.groupCount(); group += 2) {
            if (matcher.group(group) != null) {
                var number = new BigDecimal(matcher.group(group).replaceAll("[, '’]", "")).multiply(factor(matcher.group(group + 1)))
                        .setScale(0, RoundingMode.FLOOR).toBigInteger();
                return number.bitLength() < Integer.SIZE ? new LowerEnd(number.intValue()) : notWhole(text);
            }
        }
        return notWhole(text);
    }

    private static BigDecimal factor(String unit) {
        return switch (unit) {
            case "k", "tsd", "thousand" -> BigDecimal.valueOf(1_000);
            case "m", "mio", "million" -> BigDecimal.valueOf(1_000_000);
            case null, default -> BigDecimal.ONE;
        };
    }

    private static WholeNumber ofMonth(Matcher month) {
        boolean first = month.group(1) != null;
        int number = MONTHS.indexOf(first ? month.group(1) : month.group(4)) / 3 + 1;
        return new LowerEnd(first ? number : Math.min(number, Integer.parseInt(month.group(3))));
    }

    private static NotWhole notWhole(String text) {
        return new NotWhole(Quote.of(text) + " is not a whole number");
    }
}
