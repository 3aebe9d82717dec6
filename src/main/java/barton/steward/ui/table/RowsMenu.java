package barton.steward.ui.table;

import barton.steward.catalog.FieldType;
import barton.steward.model.query.Condition;
import barton.steward.ui.support.Command;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Sentences;
import barton.steward.ui.virtual.RowCell;
import barton.steward.ui.virtual.RowsTable;
import barton.steward.ui.virtual.RowsViewModel;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.stage.WindowEvent;

/// What can be done with the row, or the cell, under the pointer.
final class RowsMenu extends ContextMenu {
    private final RowsViewModel model;
    private final MenuItem only;
    private RowCell cell;

    RowsMenu(RowsTable table, RowsViewModel model, Runnable openRecord, Consumer<String> browse, List<Command> actions, Command copy,
             Command export) {
        this.model = model;
        MenuItem copyCell = item("menu.copycell", this::copyCell);
        MenuItem website = item("menu.website", () -> WebCells.of(cell).ifPresent(browse));
        website.setMnemonicParsing(false);
        this.only = item("menu.only", this::only);
        only.setMnemonicParsing(false);
        getItems().addAll(item("menu.open", openRecord), copyCell, website, item(copy), only, new SeparatorMenuItem());
        actions.forEach(command -> getItems().add(item(command)));
        getItems().add(item(export));
        table.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, e -> {
            cell = e.isKeyboardTrigger() ? null : cell(e.getPickResult().getIntersectedNode());
            copyCell.setDisable(value() == null);
            website.setDisable(WebCells.of(cell).isEmpty());
            website.setText(WebCells.of(cell).map(address -> Messages.get("web.open", address)).orElse(Messages.get("menu.website")));
            only.setDisable(!canNarrow());
            only.setText(canNarrow() ? Messages.get("menu.onlyvalue", sentence()) : Messages.get("menu.only"));
        });
    }

    /// The cell that a node is part of, or null.
    static RowCell cell(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (n instanceof RowCell found) {
                return found.getItem() == null ? null : found;
            }
        }
        return null;
    }

    private Object value() {
        return cell == null || cell.getItem() == null ? null : cell.column().value(cell.getItem());
    }

    private boolean canNarrow() {
        return cell != null && cell.getItem() != null && cell.column().field().type() != FieldType.JSON
                && cell.column().field().type() != FieldType.TEXT_ARRAY && cell.column().field().type() != FieldType.TIMESTAMP;
    }

    private Condition condition() {
        return value() == null ? Condition.empty(cell.column().field()) : Condition.is(cell.column().field(), value());
    }

    private String sentence() {
        return Sentences.of(model.table(), condition());
    }

    private void only() {
        model.add(condition());
    }

    private void copyCell() {
        RowsCopy.put(cell.column().text(cell.getItem()));
    }

    private static MenuItem item(String key, Runnable run) {
        var item = new MenuItem(Messages.get(key));
        item.setId(key.replace('.', '-'));
        item.setOnAction(e -> run.run());
        return item;
    }

    private MenuItem item(Command command) {
        var item = new MenuItem(command.hint());
        item.setId("menu-" + command.id());
        item.setOnAction(e -> command.run());
        addEventHandler(WindowEvent.WINDOW_SHOWING, e -> item.setDisable(command.refusal().get().isPresent()));
        return item;
    }
}
