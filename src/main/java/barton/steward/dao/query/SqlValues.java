package barton.steward.dao.query;

import barton.steward.catalog.Field;
import barton.steward.catalog.FieldType;
import barton.steward.db.ColumnTypes;
import barton.steward.model.StewardException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/// Values of fields on their way into a statement and out of a result.
public final class SqlValues {
    private SqlValues() {
    }

    /// The name of the type in PostgreSQL.
    /// The type of such values in the database.
    public static String sqlType(FieldType type) {
        return switch (type) {
            case TEXT -> "text";
            case INTEGER -> "integer";
            case BIGINT -> "bigint";
            case NUMERIC -> "numeric";
            case BOOLEAN -> "boolean";
            case TIMESTAMP -> "timestamptz";
            case TEXT_ARRAY -> "text[]";
            case JSON -> "jsonb";
        };
    }

    private static Class<?> javaType(FieldType type) {
        return switch (type) {
            case TEXT, JSON -> String.class;
            case INTEGER -> Integer.class;
            case BIGINT -> Long.class;
            case NUMERIC -> BigDecimal.class;
            case BOOLEAN -> Boolean.class;
            case TIMESTAMP -> Instant.class;
            case TEXT_ARRAY -> List.class;
        };
    }

    /// A `?` of the field's type with a value for it; null is NULL.
    /// @throws IllegalArgumentException where the value is not of that type
    /// @throws StewardException of kind REFUSED where no text of a database can hold it
    public static Sql parameter(Field field, Object value) {
        return Sql.of("?::" + sqlType(field.type()), checked(field, field.type(), value));
    }

    /// A `?` with an array of such values.
    static Sql parameters(Field field, Collection<?> values) {
        var array = new ArrayList<>();
        values.forEach(v -> array.add(checked(field, field.type(), v)));
        return Sql.of("?::" + sqlType(field.type()) + "[]", (Object) array.toArray());
    }

    /// A `?` with a text that the field is looked through for.
    static Sql text(Field field, Object value) {
        return Sql.of("?::text", checked(field, FieldType.TEXT, value));
    }

    /// Text as the database can hold it.
    public static String storable(String text) {
        if (text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw StewardException.refused("The text holds a character that no database can store (NUL, or half of one).",
                    "Take that character out and try again.");
        }
        return text;
    }

    /// A text that the field is looked through for, as it is stored.
    static String stored(Field field, Object value) {
        return (String) checked(field, FieldType.TEXT, value);
    }

    private static Object checked(Field field, FieldType type, Object value) {
        if (value == null) {
            return null;
        }
        if (!javaType(type).isInstance(value)) {
            throw new IllegalArgumentException(field + " does not take a " + value.getClass().getSimpleName());
        }
        if (value instanceof List<?> elements) {
            return elements.stream().map(e -> storable((String) e)).toArray(String[]::new);
        }
        return value instanceof String text ? storable(text) : value;
    }

    static Object toDriver(Object value) {
        return value instanceof Object[] array
                ? Arrays.stream(array).map(SqlValues::toDriver).map(e -> e == null ? null : e.toString()).toArray(String[]::new)
                : ColumnTypes.toDriver(value);
    }

    static Object read(FieldType type, ResultSet result, String column) throws SQLException {
        return read(type, result, result.findColumn(column));
    }

    /// The value in a column of a result.
    static Object read(FieldType type, ResultSet result, int column) throws SQLException {
        return switch (type) {
            case TEXT, JSON -> result.getString(column);
            case INTEGER -> result.getObject(column, Integer.class);
            case BIGINT -> result.getObject(column, Long.class);
            case NUMERIC -> result.getBigDecimal(column);
            case BOOLEAN -> result.getObject(column, Boolean.class);
            case TIMESTAMP -> ColumnTypes.instant(result.getObject(column, OffsetDateTime.class));
            case TEXT_ARRAY -> list(result.getArray(column));
        };
    }

    private static List<?> list(Array array) throws SQLException {
        return array == null ? null : Collections.unmodifiableList(Arrays.asList((Object[]) array.getArray()));
    }
}
