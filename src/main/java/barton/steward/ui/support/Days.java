package barton.steward.ui.support;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import javafx.scene.control.DatePicker;
import javafx.util.StringConverter;

/// Days in the steward's zone, written as `2026-03-01`.
public final class Days {
    /// How a day is typed.
    public static final String PATTERN = "yyyy-mm-dd";

    /// Days as they are typed; what is none is refused by [#typed(DatePicker)].
    public static final StringConverter<LocalDate> CONVERTER = new StringConverter<>() {
        @Override
        public String toString(LocalDate day) {
            return day == null ? "" : day.toString();
        }

        @Override
        public LocalDate fromString(String text) {
            try {
                return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
            } catch (DateTimeParseException e) {
                return null;
            }
        }
    };

    private Days() {
    }

    public static LocalDate of(Instant at) {
        return LocalDate.ofInstant(at, ZoneId.systemDefault());
    }

    /// The first instant of a day.
    public static Instant begin(LocalDate day) {
        return day.atStartOfDay(ZoneId.systemDefault()).toInstant();
    }

    /// The last instant of a day that the database can hold.
    public static Instant end(LocalDate day) {
        return begin(day.plusDays(1)).minus(1, ChronoUnit.MICROS);
    }

    /// What stands in the picker now, also before it was left; null where nothing does.
    /// @throws IllegalArgumentException where that is no day; the message is a sentence
    public static LocalDate typed(DatePicker picker) {
        String text = picker.getEditor().getText().strip();
        if (text.isEmpty()) {
            return null;
        }
        LocalDate day = CONVERTER.fromString(text);
        if (day == null) {
            throw new IllegalArgumentException(Messages.get("value.day", text));
        }
        return day;
    }
}
