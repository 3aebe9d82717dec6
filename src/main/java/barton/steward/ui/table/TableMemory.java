package barton.steward.ui.table;

import barton.steward.catalog.Field;
import barton.steward.catalog.Table;
import barton.steward.config.Preferences;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Query;
import barton.steward.model.query.Row;
import barton.steward.model.query.Sort;
import barton.steward.ui.virtual.RowsTable;
import barton.steward.ui.virtual.ViewColumn;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.TableColumn;

/// Remembers how a steward arranged a table: columns, order and conditions.
final class TableMemory {
    private final Preferences preferences;
    private final Table table;

    TableMemory(Preferences preferences, Table table) {
        this.preferences = preferences;
        this.table = table;
    }

    /// A column by the name of its field.
    record Place(String field, double width, boolean visible) {
    }

    /// A condition in words that JSON can hold.
    record Asked(String field, String op, String value) {
    }

    record Remembered(List<Place> columns, String sort, boolean ascending, List<Asked> conditions) {
    }

    /// What was asked last, as far as it still makes sense; else the usual question.
    Query query(Query usual) {
        Optional<Remembered> remembered = recall();
        if (remembered.isEmpty()) {
            return usual;
        }
        Query query = usual;
        for (Asked asked : remembered.get().conditions()) {
            Optional<Condition> condition = condition(asked);
            if (condition.isPresent()) {
                query = query.where(condition.get());
            }
        }
        Query found = query;
        return field(remembered.get().sort()).map(f -> found.sortedBy(new Sort(f, remembered.get().ascending()))).orElse(found);
    }

    void arrange(RowsTable rows) {
        recall().ifPresent(remembered -> {
            int place = 1;
            for (Place column : remembered.columns()) {
                Optional<TableColumn<Row, ?>> found = columns(rows).filter(c -> c.getId().equals(column.field())).findFirst();
                if (found.isPresent()) {
                    rows.getColumns().remove(found.get());
                    rows.getColumns().add(place++, found.get());
                    found.get().setPrefWidth(column.width());
                    found.get().setVisible(column.visible());
                }
            }
        });
    }

    void remember(RowsTable rows, Query query) {
        List<Place> places = columns(rows).map(c -> new Place(c.getId(), c.getWidth(), c.isVisible())).toList();
        List<Asked> asked = query.conditions().stream()
                .map(c -> new Asked(c.field().name(), c.op().name(), Conditions.text(c))).toList();
        preferences.put(key(), new Remembered(places, query.sort().field().name(), query.sort().ascending(), asked));
    }

    private Optional<Condition> condition(Asked asked) {
        try {
            Condition.Op op = Condition.Op.valueOf(asked.op());
            return field(asked.field()).map(f -> Conditions.parse(f, op, asked.value()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<Field> field(String name) {
        return table.field(name);
    }

    private Optional<Remembered> recall() {
        return preferences.get(key(), Remembered.class).filter(r -> r.columns() != null && r.conditions() != null);
    }

    private String key() {
        return "table." + table.name();
    }

    private static Stream<TableColumn<Row, ?>> columns(RowsTable rows) {
        return List.copyOf(rows.getColumns()).stream().filter(c -> c.getUserData() instanceof ViewColumn);
    }
}
