package barton.steward.ui.table;

import barton.steward.catalog.Field;
import barton.steward.catalog.Table;
import barton.steward.model.StewardException;
import barton.steward.model.Work;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Query;
import barton.steward.model.query.Row;
import barton.steward.model.query.Selection;
import barton.steward.model.query.Sort;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.TabbedText;
import barton.steward.ui.virtual.RowsTable;
import barton.steward.ui.virtual.RowsViewModel;
import barton.steward.ui.virtual.ViewColumn;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// Copies the selected rows, or the one with the keyboard, as spreadsheets take them: the columns in sight with their headers, in the
/// order on the screen. Values stay as they are, so that they can be pasted back.
final class RowsCopy {
    private static final int MOST_ROWS = 100_000;
    private static final int MOST_CHARACTERS = 50_000_000;

    private final AppContext context;
    private final RowsTable table;
    private final RowsViewModel model;
    private final Supplier<Row> current;
    private final Runnable export;

    /// @param current the row that is meant where none is selected, or null
    /// @param export what is offered where there are too many rows for a clipboard
    RowsCopy(AppContext context, RowsTable table, RowsViewModel model, Supplier<Row> current, Runnable export) {
        this.context = context;
        this.table = table;
        this.model = model;
        this.current = current;
        this.export = export;
    }

    void copy() {
        if (model.canExport()) {
            long rows = model.selection().count();
            if (rows > MOST_ROWS) {
                context.notices().say(Messages.get("copy.toomany", MOST_ROWS), Messages.get("command.export"), export);
            } else {
                copy(asSorted(model.selection().selection(), model.query().sort()));
            }
        } else if (current.get() != null) {
            copy(asSorted(new Selection.Keys(model.table(), Set.of(current.get().key())), model.query().sort()));
        }
    }

    private void copy(Selection rows) {
        List<ViewColumn> columns = table.shownColumns().toList();
        List<Field> fields = columns.stream().map(ViewColumn::field).toList();
        context.tasks().work(Messages.get("task.copy"), () -> {
            var text = new TabbedText();
            text.line(columns.stream().map(ViewColumn::title).toList());
            var count = new int[1];
            context.session().tables().stream(rows, fields, values -> {
                text.line(cells(fields, values));
                Work.progress(++count[0]);
                if (text.length() > MOST_CHARACTERS) {
                    throw StewardException.refused(Messages.get("copy.toolong", count[0]), Messages.get("copy.toolong.advice"));
                }
            });
            return new Copied(text.toString(), count[0]);
        }, copied -> {
            put(copied.text());
            context.notices().say(Messages.get("copy.done", copied.rows(), columns.size()));
        });
    }

    private record Copied(String text, int rows) {
    }

    private static List<String> cells(List<Field> fields, List<Object> values) {
        var cells = new String[fields.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = TabbedText.cell(fields.get(i), values.get(i));
        }
        return List.of(cells);
    }

    private static Selection asSorted(Selection rows, Sort sort) {
        return switch (rows) {
            case Selection.Matching all -> new Selection.Matching(all.query().sortedBy(sort), all.except());
            case Selection.Keys some -> picked(some.table(), some.keys(), sort);
            case Selection.Seen seen -> picked(seen.table(), Set.of(seen.key()), sort);
        };
    }

    private static Selection picked(Table table, Set<Object> keys, Sort sort) {
        return Selection.all(Query.all(table).sortedBy(sort).where(Condition.oneOf(table.key(), keys)));
    }

    /// Puts a text on the clipboard.
    static void put(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
