package barton.steward.ui.table;

import barton.steward.catalog.Field;
import barton.steward.model.query.Row;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.support.Command;
import barton.steward.ui.support.WebAddress;
import barton.steward.ui.virtual.RowCell;
import barton.steward.ui.virtual.RowsTable;
import barton.steward.ui.virtual.ViewColumn;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// Opens the pages that cells name, in the system's browser: by Ctrl+click on the cell, and by a key that means the marked cell, else the
/// first page of the current record in the order of the columns.
final class WebCells {
    private final AppContext context;
    private final RowsTable table;
    private final Supplier<Row> current;
    private final Command command;

    /// @param current the record that the key means; null where there is none
    WebCells(AppContext context, RowsTable table, Supplier<Row> current) {
        this.context = context;
        this.table = table;
        this.current = current;
        this.command = Command.of("website", "Shortcut+Enter", () -> ofRecord().isPresent(),
                () -> ofRecord().ifPresent(context::browse));
        // Also the press is the link's, or it would tick the row.
        table.addEventFilter(MouseEvent.ANY, this::onMouse);
    }

    Command command() {
        return command;
    }

    /// What the cell names as a page that is safe to open; empty where the cell is null, or of no such column.
    static Optional<String> of(RowCell cell) {
        return cell == null || cell.getItem() == null ? Optional.empty() : address(cell.getItem(), cell.column());
    }

    private Optional<String> ofRecord() {
        Row row = current.get();
        if (row == null) {
            return Optional.empty();
        }
        Optional<String> marked = table.cursor().column().flatMap(column -> address(row, column));
        return marked.or(() -> table.shownColumns().flatMap(column -> address(row, column).stream()).findFirst())
                .or(() -> row.table().fields().stream().filter(Field::isWebAddress)
                        .flatMap(f -> address(row, new ViewColumn(row.table(), f)).stream()).findFirst());
    }

    private static Optional<String> address(Row row, ViewColumn column) {
        return column.field().isWebAddress() && column.value(row) instanceof String text && WebAddress.of(text).isPresent()
                ? Optional.of(text.strip()) : Optional.empty();
    }

    private void onMouse(MouseEvent e) {
        boolean click = e.getEventType() == MouseEvent.MOUSE_CLICKED;
        if (e.getButton() == MouseButton.PRIMARY && e.isShortcutDown() && !e.isShiftDown()
                && (click || e.getEventType() == MouseEvent.MOUSE_PRESSED || e.getEventType() == MouseEvent.MOUSE_RELEASED)) {
            of(RowsMenu.cell(e.getPickResult().getIntersectedNode())).ifPresent(address -> {
                if (click) {
                    context.browse(address);
                }
                e.consume();
            });
        }
    }
}
