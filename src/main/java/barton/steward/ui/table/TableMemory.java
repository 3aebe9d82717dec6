package barton.steward.ui.table;

import barton.steward.catalog.Table;
import barton.steward.config.Preferences;
import barton.steward.model.query.Query;
import java.util.Optional;

/// Remembers how a steward arranged a table: columns and order wherever the rows are, and of each database what was asked of it, because
/// conditions name its batches and values.
final class TableMemory {
    private final Preferences preferences;
    private final Table table;
    private final String database;

    /// @param database what the steward calls it
    TableMemory(Preferences preferences, Table table, String database) {
        this.preferences = preferences;
        this.table = table;
        this.database = database;
    }

    /// What was asked last of this database, as far as it still makes sense; else the usual question in the order that was last looked at.
    Query query(Query usual) {
        return recall(asked()).or(() -> recall(arranged())).map(memo -> memo.query(usual)).orElse(usual);
    }

    void arrange(ColumnLayout layout) {
        recall(arranged()).ifPresent(memo -> layout.show(memo.columns()));
    }

    /// What was searched for is not remembered.
    void remember(ColumnLayout layout, Query query) {
        preferences.put(arranged(), ViewMemo.of(layout.now(), Query.all(table).sortedBy(query.sort()), ""));
        preferences.put(asked(), ViewMemo.of(layout.now(), query, ""));
    }

    private Optional<ViewMemo> recall(String key) {
        return preferences.get(key, ViewMemo.class);
    }

    /// Another key than that of earlier versions, which kept one question for all databases.
    private String arranged() {
        return "arranged." + table.name();
    }

    private String asked() {
        return "asked." + table.name() + " of " + database;
    }
}
