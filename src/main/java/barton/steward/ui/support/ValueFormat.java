package barton.steward.ui.support;

import barton.steward.catalog.Field;
import barton.steward.catalog.FieldType;
import barton.steward.config.Visible;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/// How values of fields are written for people, and read from what people type.
public final class ValueFormat {
    /// What stands for NULL.
    public static final String NULL = "∅";

    private static final Set<String> UNGROUPED = Set.of("id", "founded_year", "promotion_audit_log_id");
    /// Keeps every digit of a number.
    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES).build();

    private static final ObjectWriter ONE_LINE = JSON.writer().without(SerializationFeature.INDENT_OUTPUT);

    private ValueFormat() {
    }

    /// The value in one line, as cells show it; null for NULL.
    public static String text(Field field, Object value) {
        return switch (value) {
            case null -> null;
            case Instant at -> Formats.time(at);
            case List<?> list -> Visible.value(String.join(", ", list.stream().map(String::valueOf).toList()));
            case Boolean yes -> Messages.get(yes ? "value.yes" : "value.no");
            case BigDecimal number -> number.stripTrailingZeros().toPlainString();
            case Number number -> UNGROUPED.contains(field.name()) ? number.toString() : Formats.number(number.longValue());
            default -> Visible.value(value.toString().replace("\r", "").replace('\n', ' ').replace('\t', ' '));
        };
    }

    /// What stands for a value of which nothing could be seen: NULL, a text without letters, a list without elements; empty for all others.
    public static Optional<String> unseen(Object value) {
        return switch (value) {
            case null -> Optional.of(NULL);
            case String text when text.isEmpty() -> Optional.of(Messages.get("value.emptytext"));
            case String text when text.isBlank() -> Optional.of(Messages.get("value.blanks", text.length()));
            case List<?> list when list.isEmpty() -> Optional.of(Messages.get("value.emptylist"));
            default -> Optional.empty();
        };
    }

    /// The value in one line, or what stands for it.
    public static String shown(Field field, Object value) {
        return unseen(value).orElseGet(() -> text(field, value));
    }

    /// The value as it stands in an editor: arrays one element a line, JSON indented; blank for NULL.
    public static String editable(Field field, Object value) {
        return switch (value) {
            case null -> "";
            case List<?> list -> String.join("\n", list.stream().map(String::valueOf).toList());
            case Instant at -> at.toString();
            case BigDecimal number -> number.toPlainString();
            default -> field.type() == FieldType.JSON ? pretty(value.toString()) : value.toString();
        };
    }

    /// What was typed, as a value of the field's type; blank is NULL.
    /// @throws IllegalArgumentException where the text is no such value; the message is a sentence
    public static Object parse(Field field, String typed) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            return switch (field.type()) {
                case TEXT -> text;
                case INTEGER -> Integer.valueOf(text.replace(",", ""));
                case BIGINT -> Long.valueOf(text.replace(",", ""));
                case NUMERIC -> new BigDecimal(text);
                case BOOLEAN -> parseBoolean(text);
                case TIMESTAMP -> Instant.parse(text);
                case TEXT_ARRAY -> text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
                case JSON -> parseJson(text);
            };
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(Messages.get("value.number", text), e);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(Messages.get("value.time", text), e);
        }
    }

    /// Why what was typed is no value of the field, as a sentence; empty where it is one.
    public static Optional<String> problem(Field field, String typed) {
        try {
            return parse(field, typed) == null && !field.nullable() ? Optional.of(Messages.get("record.required")) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }

    /// Whether two values of the field mean the same: `1.5` and `1.50`, or JSON that is spaced differently.
    public static boolean same(Field field, Object one, Object other) {
        return switch (one) {
            case BigDecimal number when other instanceof BigDecimal n -> number.compareTo(n) == 0;
            case String text when field.type() == FieldType.JSON && other instanceof String t -> pretty(text).equals(pretty(t));
            case null, default -> Objects.equals(one, other);
        };
    }

    /// JSON indented; text that is no JSON as it is.
    public static String pretty(String json) {
        try {
            return JSON.writeValueAsString(JSON.readTree(json));
        } catch (JacksonException e) {
            return json;
        }
    }

    /// A part of a [#tree] in one line.
    public static String json(JsonNode node) {
        return ONE_LINE.writeValueAsString(node);
    }

    /// A text as JSON.
    public static String quoted(String text) {
        return ONE_LINE.writeValueAsString(text);
    }

    /// Where and why a text is no JSON; empty where it is, or is blank.
    public static Optional<String> jsonFault(String text) {
        try {
            if (!text.isBlank()) {
                JSON.readTree(text);
            }
            return Optional.empty();
        } catch (JacksonException e) {
            return Optional.of(fault(e));
        }
    }

    private static String fault(JacksonException e) {
        TokenStreamLocation place = e.getLocation() == null ? TokenStreamLocation.NA : e.getLocation();
        return Messages.get(place.getLineNr() < 1 ? "value.json" : "value.json.place", place.getLineNr(), place.getColumnNr());
    }

    /// JSON text by its parts; empty where it is no JSON.
    public static Optional<JsonNode> tree(String json) {
        try {
            return Optional.of(JSON.readTree(json)).filter(node -> !node.isMissingNode());
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static Boolean parseBoolean(String text) {
        return switch (text.toLowerCase(Messages.LOCALE)) {
            case "yes", "true" -> true;
            case "no", "false" -> false;
            default -> throw new IllegalArgumentException(Messages.get("value.boolean", text));
        };
    }

    private static String parseJson(String text) {
        try {
            JSON.readTree(text);
            return text;
        } catch (JacksonException e) {
            throw new IllegalArgumentException(fault(e), e);
        }
    }
}
