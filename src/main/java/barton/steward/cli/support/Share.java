package barton.steward.cli.support;

import java.math.BigDecimal;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a share as it is written: `2%`, or `0.02`. From 0 to 1.
public final class Share implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
        if (text.matches("\\d{1,3}(\\.\\d{1,6})?\\s*%")) {
            return new BigDecimal(text.replaceAll("[\\s%]", "")).movePointLeft(2).doubleValue();
        }
        if (text.matches("[01]?\\.\\d{1,8}|[01]")) {
            return Double.valueOf(text);
        }
        throw new TypeConversionException("'" + text + "' is no share, as 2% or 0.02 are");
    }

    /// `1.34 %`.
    public static String shown(double share) {
        String text = String.format(Locale.ROOT, "%.2f", 100 * share);
        return (text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text) + " %";
    }
}
