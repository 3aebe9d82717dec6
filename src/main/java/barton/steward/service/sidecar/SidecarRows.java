package barton.steward.service.sidecar;

import barton.steward.catalog.CompanySidecarFields;
import barton.steward.catalog.Field;
import barton.steward.catalog.Table;
import barton.steward.model.intake.InputRecord;
import barton.steward.service.file.FileRow;
import barton.steward.service.intake.FileImport;
import barton.steward.service.json.FieldValues;
import barton.steward.service.json.JsonFile;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Records of a file as sidecars. A record sets what it gives; an empty cell gives nothing, `null` empties the field.
/// What an export has beside is passed over, but for `updated_at`, which is the state in which the file knows the sidecar.
final class SidecarRows {
    private static final Field STATE = CompanySidecarFields.UPDATED_AT;
    private static final Set<String> PASSED_OVER = Set.of("company_name", "full_name", "created_at", "freshness");
    private static final int LONGEST_TEXT = 100_000;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Table table;
    private final Map<String, Integer> longest;
    private final Map<String, Field> fields;

    SidecarRows(Table table, Map<String, Integer> longest) {
        this.table = table;
        this.longest = longest;
        this.fields = table.fields().stream().filter(f -> f.editable() || f.name().equals("last_enriched_at"))
                .collect(Collectors.toMap(Field::name, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    void read(ObjectNode record, long line, FileImport importing) {
        String key = record.path(table.key().name()).asString("");
        ObjectNode given = JsonNodeFactory.instance.objectNode();
        Optional<String> fault = key.isBlank() ? Optional.of("it has no " + table.key().name()) : Optional.empty();
        for (Map.Entry<String, JsonNode> member : record.properties()) {
            String name = member.getKey();
            Field field = fields.get(name);
            if (fault.isEmpty() && field != null) {
                fault = fault(field, member.getValue(), longest).map(reason -> name + " " + reason);
                given.set(name, member.getValue());
            } else if (fault.isEmpty() && name.equals(STATE.name())) {
                fault = fault(STATE, member.getValue(), longest).map(reason -> name + " " + reason);
            } else if (fault.isEmpty() && !name.equals(table.key().name()) && !PASSED_OVER.contains(name)) {
                fault = Optional.of("a sidecar has no “%s”; it has %s".formatted(name, String.join(", ", fields.keySet())));
            }
        }
        fault.ifPresentOrElse(reason -> importing.refuse(line, key, reason), () -> {
            JsonNode state = record.path(STATE.name());
            importing.accept(new InputRecord(line, key.strip(), state.isString() ? state.asString() : null, given.toString()));
        });
    }

    static Optional<String> fault(Field field, JsonNode value, Map<String, Integer> longest) {
        boolean score = field.name().equals(CompanySidecarFields.CONFIDENCE_SCORE.name()) && value.isNumber();
        if (score && (value.decimalValue().signum() < 0 || value.decimalValue().compareTo(HUNDRED) > 0)) {
            return Optional.of("is not between 0 and 100");
        }
        return FieldValues.fault(field, value, longest, LONGEST_TEXT);
    }

    void read(List<String> header, FileRow row, FileImport importing) {
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i);
            String cell = row.cells().get(i);
            if (!cell.isBlank()) {
                try {
                    record.set(name, value(fields.get(name), cell.strip()));
                } catch (IllegalArgumentException e) {
                    importing.refuse(row.line(), record.path(table.key().name()).asString(""), name + " " + e.getMessage());
                    return;
                }
            }
        }
        read(record, row.line(), importing);
    }

    /// A cell in the type of its field: a list is JSON, or has commas or semicolons between its items.
    private static JsonNode value(Field field, String cell) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (field == null ? null : field.type()) {
            case NUMERIC -> nodes.numberNode(number(cell));
            case JSON -> JsonFile.parse(cell);
            case TEXT_ARRAY -> cell.startsWith("[") ? JsonFile.parse(cell)
                    : nodes.arrayNode().addAll(Stream.of(cell.split("[,;]")).map(String::strip).filter(item -> !item.isEmpty())
                            .map(nodes::stringNode).toList());
            case null, default -> nodes.stringNode(cell);
        };
    }

    private static BigDecimal number(String cell) {
        try {
            return new BigDecimal(cell);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("is no number", e);
        }
    }
}
