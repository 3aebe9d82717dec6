package barton.steward.service.intake;

import barton.steward.catalog.Field;
import barton.steward.model.intake.UsState;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a spreadsheet did to a value on its way: a code that lost its zero in front, a number cut to a few digits, a date that became a
/// number. Such values are kept, with a warning.
final class Spoilt {
    /// Whose ZIP codes begin with a zero, as the postal service assigns them.
    private static final Set<UsState> ZERO_STATES = Set.of(UsState.CT, UsState.MA, UsState.ME, UsState.NH, UsState.NJ, UsState.RI,
            UsState.VT, UsState.PR, UsState.VI);
    private static final Pattern SHORT_ZIP = Pattern.compile("[0-9]{3,4}(-[0-9]{4})?");
    private static final Pattern CUT_FIELDS = Pattern.compile(".*(phone|codes?)");
    private static final Pattern CUT = Pattern.compile("[0-9]([.,][0-9]+)?[eE]\\+?[0-9]{1,2}");
    private static final Pattern DAYS = Pattern.compile("[2-5][0-9]{4}(\\.0)?");
    private static final Pattern DATE = Pattern.compile("(?iu)(1[5-9]\\d\\d|20\\d\\d)(-\\d{1,2}|[-/.]\\d{1,2}[-/.]\\d{1,2})([T ].*)?"
            + "|\\d{1,2}[-/.]\\d{1,2}[-/.](1[5-9]\\d\\d|20\\d\\d)"
            + "|(?:\\d{1,2}\\.? )?\\p{L}{3,10}\\.?(?: \\d{1,2})?,? (1[5-9]\\d\\d|20\\d\\d)");
    private static final LocalDate FIRST_DAY = LocalDate.of(1899, 12, 30);

    private Spoilt() {
    }

    /// @param state of the row, by name or abbreviation; null where it has none
    static Optional<String> warning(Field field, String value, String state) {
        String text = value.strip();
        if (field.name().endsWith("postal_code") && SHORT_ZIP.matcher(text).matches()
                && Optional.ofNullable(state).flatMap(UsState::of).filter(ZERO_STATES::contains).isPresent()) {
            return Optional.of(Quote.of(text) + " seems to have lost the zero in front");
        }
        if (CUT_FIELDS.matcher(field.name()).matches() && CUT.matcher(text).matches()) {
            return Optional.of(Quote.of(text) + " was cut to a few digits by a spreadsheet");
        }
        return Optional.empty();
    }

    /// The year of a whole date, where a year is asked for.
    static Optional<String> yearOfDate(Field field, String value) {
        Matcher date = DATE.matcher(value.strip());
        return field.name().endsWith("_year") && date.matches()
                ? Stream.of(date.group(1), date.group(4), date.group(5)).filter(year -> year != null).findFirst() : Optional.empty();
    }

    /// Why a number can be no year: it counts days, as spreadsheets write a date.
    static Optional<String> dayNumber(Field field, String value) {
        String text = value.strip();
        return field.name().endsWith("_year") && DAYS.matcher(text).matches()
                ? Optional.of("%s is the number of a day in a spreadsheet, %s".formatted(Quote.of(text),
                        FIRST_DAY.plusDays((long) Double.parseDouble(text)))) : Optional.empty();
    }
}
