package barton.steward.ui.table;

import barton.steward.catalog.Table;
import barton.steward.model.history.BulkResult;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Query;
import barton.steward.model.query.Row;
import barton.steward.model.query.Selection;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.TabbedText;
import barton.steward.ui.virtual.RowsTable;
import barton.steward.ui.virtual.RowsViewModel;
import barton.steward.ui.virtual.ViewColumn;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import javafx.scene.input.Clipboard;

/// Pastes cells from the clipboard over as many cells of the table: from the row with the keyboard downwards, from the marked column, or
/// else the first one that is edited, to the right; where the first line has the columns' names, over those. All of it is one action.
final class RowsPaste {
    private static final int MOST_ROWS = 5_000;
    private static final int PROBLEMS_SHOWN = 5;

    private final AppContext context;
    private final RowsTable table;
    private final RowsViewModel model;

    RowsPaste(AppContext context, RowsTable table, RowsViewModel model) {
        this.context = context;
        this.table = table;
        this.model = model;
    }

    void paste() {
        int first = table.getFocusModel().getFocusedIndex();
        String text = Clipboard.getSystemClipboard().getString();
        if (text == null || text.isBlank() || first < 0) {
            context.notices().say(Messages.get("paste.empty"));
            return;
        }
        List<List<String>> lines;
        try {
            lines = TabbedText.read(text.replaceAll("[\\r\\n]+$", ""));
        } catch (IllegalArgumentException e) {
            context.notices().say(e.getMessage());
            return;
        }
        List<ViewColumn> shown = table.shownColumns().toList();
        List<ViewColumn> named = lines.size() > 1 ? PastePlan.named(lines.getFirst(), shown) : List.of();
        paste(named.isEmpty() ? lines : lines.subList(1, lines.size()), named.isEmpty() ? fromCursor(shown) : named, first);
    }

    private void paste(List<List<String>> lines, List<ViewColumn> columns, int first) {
        if (lines.size() > MOST_ROWS) {
            context.notices().say(Messages.get("paste.toomany", MOST_ROWS));
            return;
        }
        int last = Math.min(first + lines.size(), model.rows().size()) - 1;
        model.rows().keys(first, last, keys -> context.tasks().run(Messages.get("task.read"), () -> rows(keys),
                rows -> ask(new PastePlan(lines, columns, rows))));
    }

    private List<ViewColumn> fromCursor(List<ViewColumn> shown) {
        int from = table.cursor().column().map(shown::indexOf).filter(i -> i >= 0)
                .orElseGet(() -> shown.stream().filter(c -> c.field().editable()).findFirst().map(shown::indexOf).orElse(shown.size()));
        return shown.subList(from, shown.size());
    }

    /// The rows as they are now, in the order of the keys; null for one that is gone.
    private List<Row> rows(List<Object> keys) {
        Table of = model.table();
        var found = new HashMap<Object, Row>();
        context.session().tables().stream(Selection.all(Query.all(of).where(Condition.oneOf(of.key(), keys))),
                row -> found.put(row.key(), row));
        return keys.stream().map(found::get).toList();
    }

    private void ask(PastePlan plan) {
        String text = plan.text(PROBLEMS_SHOWN);
        if (plan.changes().isEmpty()) {
            context.notices().say(text.replace('\n', ' '));
        } else {
            UUID request = UUID.randomUUID();
            context.dialogs().confirm(Messages.get("paste.title", plan.cells()), text, Messages.get("paste.button", plan.cells()),
                    () -> context.tasks().work(Messages.get("task.paste"),
                            () -> context.session().records().edit(plan.changes(), request), result -> done(plan, result)));
        }
    }

    private void done(PastePlan plan, BulkResult result) {
        switch (result) {
            case BulkResult.Done done -> context.notices().say(Messages.get("paste.done", plan.cells(), done.changed()),
                    Messages.get("history.undo"), () -> context.undo(done.actionId()));
            case BulkResult.CountDiffers differs -> context.notices().say(Messages.get("paste.differs",
                    differs.announced() - differs.actual()));
        }
        context.changed(model.table());
    }
}
