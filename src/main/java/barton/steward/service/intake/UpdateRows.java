package barton.steward.service.intake;

import barton.steward.catalog.ColumnNames;
import barton.steward.catalog.Field;
import barton.steward.catalog.FieldType;
import barton.steward.catalog.Table;
import barton.steward.dao.update.UpdateDao.Given;
import barton.steward.model.update.UpdateReport.Misfit;
import barton.steward.service.file.FileRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Turns rows of a file into what they give to records. A row with a value that its column cannot hold is refused.
final class UpdateRows {
    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Table table;
    private final UpdateColumns columns;
    private final Map<String, Integer> longest;
    private final List<Misfit> misfits = new ArrayList<>();
    private final int most;
    private long refused;

    /// @param most how many of the refused rows are named
    UpdateRows(Table table, UpdateColumns columns, Map<String, Integer> longest, int most) {
        this.table = table;
        this.columns = columns;
        this.longest = longest;
        this.most = most;
    }

    void begin() {
        misfits.clear();
        refused = 0;
    }

    long refused() {
        return refused;
    }

    List<Misfit> misfits() {
        return misfits;
    }

    void read(FileRow row, Consumer<Given> sink) {
        String key = row.fault().isPresent() ? "" : row.cells().get(columns.key()).strip();
        if (row.fault().isPresent()) {
            refuse(row, key, row.fault().get().reason());
            return;
        }
        ObjectNode given = NODES.objectNode();
        for (Map.Entry<Field, Integer> column : columns.fields().entrySet()) {
            Field field = column.getKey();
            String cell = row.cells().get(column.getValue());
            Optional<String> fault = put(given, field, cell);
            if (fault.isPresent()) {
                refuse(row, key, ColumnNames.of(table, field) + " " + fault.get());
                return;
            }
        }
        String version = columns.version() < 0 ? "" : row.cells().get(columns.version()).strip();
        sink.accept(new Given(row.line(), key.isEmpty() ? null : key, version.isEmpty() ? null : version, given.toString()));
    }

    private Optional<String> put(ObjectNode given, Field field, String cell) {
        if (FileRow.blank(cell)) {
            given.putNull(field.name());
        } else if (field.type() == FieldType.INTEGER) {
            switch (WholeNumber.read(cell)) {
                case WholeNumber.Value(int number) -> given.put(field.name(), number);
                case WholeNumber.NotWhole(String why) -> {
                    return Optional.of("says what is no number: " + why);
                }
                default -> {
                    return Optional.of(Quote.of(cell) + " is no exact number");
                }
            }
        } else if (cell.codePointCount(0, cell.length()) > longest.getOrDefault(field.name(), IntakeRows.LONGEST_TEXT)) {
            return Optional.of("has more characters than fit");
        } else if (field.type() == FieldType.TEXT_ARRAY) {
            given.set(field.name(), list(cell));
        } else {
            given.put(field.name(), cell);
        }
        return Optional.empty();
    }

    /// A JSON array, as an export writes it, or what stands between commas or semicolons.
    private static JsonNode list(String cell) {
        if (cell.startsWith("[")) {
            try {
                return JSON.readTree(cell);
            } catch (JacksonException e) {
                return NODES.arrayNode().add(cell);
            }
        }
        return NODES.arrayNode().addAll(Stream.of(cell.split("[,;]")).map(String::strip).filter(e -> !e.isEmpty())
                .map(NODES::stringNode).toList());
    }

    private void refuse(FileRow row, String key, String reason) {
        refused++;
        if (misfits.size() < most) {
            misfits.add(new Misfit(row.line(), key, "refused: " + reason));
        }
    }
}
