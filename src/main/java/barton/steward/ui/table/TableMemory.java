package barton.steward.ui.table;

import barton.steward.catalog.Table;
import barton.steward.config.Preferences;
import barton.steward.model.query.Query;
import java.util.Optional;

/// Remembers how a steward arranged a table: columns, order and conditions.
final class TableMemory {
    private final Preferences preferences;
    private final Table table;

    TableMemory(Preferences preferences, Table table) {
        this.preferences = preferences;
        this.table = table;
    }

    /// What was asked last, as far as it still makes sense; else the usual question.
    Query query(Query usual) {
        return recall().map(memo -> memo.query(usual)).orElse(usual);
    }

    void arrange(ColumnLayout layout) {
        recall().ifPresent(memo -> layout.show(memo.columns()));
    }

    /// What was searched for is not remembered.
    void remember(ColumnLayout layout, Query query) {
        preferences.put(key(), ViewMemo.of(layout.now(), query, ""));
    }

    private Optional<ViewMemo> recall() {
        return preferences.get(key(), ViewMemo.class);
    }

    private String key() {
        return "table." + table.name();
    }
}
