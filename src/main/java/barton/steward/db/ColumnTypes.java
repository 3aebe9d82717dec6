package barton.steward.db;

import barton.steward.catalog.Word;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.ColumnMapperFactory;

/// How values stand in columns where jdbi has it otherwise: a constant by its word, an instant with its zone. What
/// PostgreSQL calls infinity is the first or the last instant there is.
public final class ColumnTypes {
    private ColumnTypes() {
    }

    static void register(Jdbi jdbi) {
        jdbi.registerArgument((ArgumentFactory) (_, value, _) -> value instanceof Enum<?> || value instanceof Instant
                ? Optional.<Argument>of((position, statement, _) -> statement.setObject(position, toDriver(value))) : Optional.empty());
        jdbi.registerColumnMapper((ColumnMapperFactory) (type, _) -> type instanceof Class<?> values && values.isEnum()
                ? Optional.<ColumnMapper<?>>of((result, column, _) -> constant(values, result.getString(column))) : Optional.empty());
        jdbi.registerColumnMapper(Instant.class, (result, column, _) -> instant(result.getObject(column, OffsetDateTime.class)));
        jdbi.registerColumnMapper(LocalDate.class, (result, column, _) -> result.getObject(column, LocalDate.class));
    }

    /// A constant as the database writes it.
    public static String word(Enum<?> constant) {
        return constant instanceof Word w ? w.word() : constant.name().toLowerCase(Locale.ROOT);
    }

    private static Object constant(Class<?> values, String word) {
        return word == null ? null : Arrays.stream(values.getEnumConstants()).filter(c -> word((Enum<?>) c).equals(word)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(word + " is no " + values.getSimpleName()));
    }

    /// The value as the driver takes it.
    public static Object toDriver(Object value) {
        return switch (value) {
            case Instant t when t.equals(Instant.MAX) -> OffsetDateTime.MAX;
            case Instant t when t.equals(Instant.MIN) -> OffsetDateTime.MIN;
            case Instant t -> t.atOffset(ZoneOffset.UTC);
            case Enum<?> constant -> word(constant);
            case null, default -> value;
        };
    }

    /// The instant that the driver read, null for null.
    public static Instant instant(OffsetDateTime time) {
        if (time == null) {
            return null;
        }
        if (time.equals(OffsetDateTime.MAX)) {
            return Instant.MAX;
        }
        return time.equals(OffsetDateTime.MIN) ? Instant.MIN : time.toInstant();
    }
}
