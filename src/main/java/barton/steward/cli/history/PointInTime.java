package barton.steward.cli.history;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Objects;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads an instant as people and programs write it: `2026-03-01 14:00`, `2026-03-01T13:00:00Z`, `2026-03-01 14:00 Europe/Berlin`.
/// Without a zone it is in that of this computer; without a time of day it is the beginning of the day.
final class PointInTime implements ITypeConverter<Instant> {
    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder().parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE).appendPattern("[['T'][' ']HH:mm[:ss")
            .optionalStart().appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true).optionalEnd().appendPattern("]]")
            .appendPattern("[' '][XXX][x][VV][z]").toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    @Override
    public Instant convert(String text) {
        try {
            TemporalAccessor read = FORMAT.parse(text.strip());
            LocalDate day = LocalDate.from(read);
            LocalTime time = Objects.requireNonNullElse(read.query(TemporalQueries.localTime()), LocalTime.MIDNIGHT);
            ZoneId zone = Objects.requireNonNullElse(read.query(TemporalQueries.zone()), ZoneId.systemDefault());
            return day.atTime(time).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw new TypeConversionException("'" + text + "' is not a time like 2026-03-01 14:00, 2026-03-01T13:00:00Z or"
                    + " 2026-03-01 14:00 Europe/Berlin");
        }
    }
}
