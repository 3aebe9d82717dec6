package barton.steward.service.json;

import barton.steward.catalog.Field;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Whether a JSON value can be put into a field.
public final class FieldValues {
    /// What a number of PostgreSQL has at most, before and behind the point.
    private static final int MOST_DIGITS = 131_072;
    private static final int MOST_DECIMALS = 16_383;

    private FieldValues() {
    }

    /// Why it cannot; empty where it can.
    /// @param longest the most characters of texts that have such a limit, by the field's name
    /// @param usual   the most characters of all other texts
    public static Optional<String> fault(Field field, JsonNode value, Map<String, Integer> longest, int usual) {
        if (value.isNull()) {
            return Optional.empty();
        }
        String wrong = switch (field.type()) {
            case TEXT -> !value.isString() ? "is no text" : tooLong(value.asString(), longest.getOrDefault(field.name(), usual));
            case INTEGER -> value.isIntegralNumber() && value.canConvertToInt() ? null : "is no whole number that fits";
            case BIGINT -> value.isIntegralNumber() && value.canConvertToLong() ? null : "is no whole number that fits";
            case NUMERIC -> value.isNumber() ? null : "is no number";
            case BOOLEAN -> value.isBoolean() ? null : "is neither true nor false";
            case TIMESTAMP -> value.isString() && isTime(value.asString()) ? null
                    : "is no time with its zone, such as 2026-03-01T14:05:00Z";
            case TEXT_ARRAY -> value.isArray() && value.valueStream().allMatch(JsonNode::isString) ? null : "is no array of texts";
            case JSON -> value.isContainer() ? null : "is neither an object nor an array";
        };
        return Optional.ofNullable(wrong).or(() -> unstorable(value));
    }

    /// Why no database could keep the value: NUL, half a character, a number beyond all measure.
    private static Optional<String> unstorable(JsonNode value) {
        if (value.isString()) {
            return unstorable(value.asString());
        }
        if (value.isNumber()) {
            BigDecimal number = value.decimalValue();
            boolean fits = Math.abs((long) number.precision() - number.scale()) < MOST_DIGITS && number.scale() <= MOST_DECIMALS;
            return fits ? Optional.empty() : Optional.of("holds a number that no database can store");
        }
        return value.propertyStream().map(e -> unstorable(e.getKey()).or(() -> unstorable(e.getValue()))).flatMap(Optional::stream)
                .findFirst().or(() -> value.isArray()
                        ? value.valueStream().map(FieldValues::unstorable).flatMap(Optional::stream).findFirst() : Optional.empty());
    }

    private static Optional<String> unstorable(String text) {
        return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text) ? Optional.empty()
                : Optional.of("holds a character that no database can store (NUL, or half of one)");
    }

    private static String tooLong(String text, int most) {
        return text.codePointCount(0, text.length()) > most ? "has more than the %,d characters that fit".formatted(most) : null;
    }

    private static boolean isTime(String text) {
        try {
            int year = OffsetDateTime.parse(text).getYear();
            return year > 0 && year < 10_000;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
