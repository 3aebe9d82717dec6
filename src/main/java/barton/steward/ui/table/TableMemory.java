package barton.steward.ui.table;

import barton.steward.catalog.Field;
import barton.steward.catalog.Table;
import barton.steward.catalog.Table.Order;
import barton.steward.config.Preferences;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Query;
import barton.steward.model.query.Sort;
import java.util.List;
import java.util.Optional;

/// Remembers how a steward arranged a table: columns, order and conditions.
final class TableMemory {
    private final Preferences preferences;
    private final Table table;

    TableMemory(Preferences preferences, Table table) {
        this.preferences = preferences;
        this.table = table;
    }

    /// A condition in words that JSON can hold.
    record Asked(String field, String op, String value) {
    }

    /// A field that rows are sorted by.
    record Ordered(String field, boolean ascending) {
    }

    record Remembered(List<ColumnLayout.Place> columns, List<Ordered> order, List<Asked> conditions) {
        /// An earlier version kept no list of fields to sort by.
        Remembered {
            order = order == null ? List.of() : order;
        }
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
        List<Order> order = remembered.get().order().stream()
                .flatMap(o -> field(o.field()).map(f -> new Order(f, o.ascending())).stream()).toList();
        return order.isEmpty() ? query : query.sortedBy(new Sort(order));
    }

    void arrange(ColumnLayout layout) {
        recall().ifPresent(remembered -> layout.show(remembered.columns()));
    }

    void remember(ColumnLayout layout, Query query) {
        List<Asked> asked = query.conditions().stream()
                .map(c -> new Asked(c.field().name(), c.op().name(), Conditions.text(c))).toList();
        List<Ordered> order = query.sort().orders().stream().map(o -> new Ordered(o.field().name(), o.ascending())).toList();
        preferences.put(key(), new Remembered(layout.now(), order, asked));
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
}
