package barton.steward.cli.email;

import barton.steward.catalog.Limits;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a number of days: `180d` or `180`.
final class DaysText implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
        String digits = text.replaceAll("d$", "");
        int days = digits.matches("[0-9]{1,4}") ? Integer.parseInt(digits) : 0;
        if (days < 1 || days > Limits.MOST_DAYS) {
            throw new TypeConversionException("'" + text + "' is not a number of days from 1d to " + Limits.MOST_DAYS + "d");
        }
        return days;
    }
}
