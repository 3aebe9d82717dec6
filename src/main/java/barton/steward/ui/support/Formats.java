package barton.steward.ui.support;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/// How numbers and times are written.
public final class Formats {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm z", Messages.LOCALE);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d", Messages.LOCALE);
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("MMM d, yyyy", Messages.LOCALE);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Messages.LOCALE);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yyyy", Messages.LOCALE);
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS xxx '('VV')'", Messages.LOCALE);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Messages.LOCALE);

    private Formats() {
    }

    /// Grouped: `12,480`.
    public static String number(long value) {
        return NumberFormat.getIntegerInstance(Messages.LOCALE).format(value);
    }

    /// In at most four characters: `446`, `12K`.
    public static String compact(long value) {
        return NumberFormat.getCompactNumberInstance(Messages.LOCALE, NumberFormat.Style.SHORT).format(value);
    }

    /// With at most one decimal: `87.5 %`.
    public static String percent(double value) {
        var format = NumberFormat.getNumberInstance(Messages.LOCALE);
        format.setMaximumFractionDigits(1);
        return format.format(value) + " %";
    }

    /// To the minute, in the steward's zone, which is named: `2026-03-01 14:05 CET`.
    public static String time(Instant at) {
        return MINUTE.format(at.atZone(ZoneId.systemDefault()));
    }

    /// The time of day alone, in the steward's zone: `14:05`.
    public static String clock(Instant at) {
        return CLOCK.format(at.atZone(ZoneId.systemDefault()));
    }

    /// To the microsecond, in the steward's zone and in UTC.
    public static String exactTime(Instant at) {
        return EXACT.format(at.atZone(ZoneId.systemDefault())) + "\n" + at;
    }

    /// A day: `Oct 24`, with the year where that is another than this one.
    public static String day(LocalDate day) {
        return (day.getYear() == LocalDate.now().getYear() ? DAY : DAY_OF_YEAR).format(day);
    }

    /// An hour, a day or a month, in the steward's zone: `Oct 24 14:00`, `Oct 24`, `Oct 2026`.
    public static String period(Instant begin, Instant end) {
        ZonedDateTime from = begin.atZone(ZoneId.systemDefault());
        long hours = Duration.between(begin, end).toHours();
        if (hours < 2) {
            return day(from.toLocalDate()) + " " + HOUR.format(from);
        }
        return hours < 48 ? day(from.toLocalDate()) : MONTH.format(from);
    }

    /// How long ago, in one unit: `3 days ago`.
    public static String age(Instant at, Instant now) {
        Duration age = Duration.between(at, now);
        if (age.toDays() >= 365) {
            return Messages.get("age.years", age.toDays() / 365);
        }
        if (age.toDays() >= 1) {
            return Messages.get("age.days", age.toDays());
        }
        if (age.toHours() >= 1) {
            return Messages.get("age.hours", age.toHours());
        }
        return age.toMinutes() >= 1 ? Messages.get("age.minutes", age.toMinutes()) : Messages.get("age.now");
    }
}
