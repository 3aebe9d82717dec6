package barton.steward.ui.palette;

import barton.steward.ui.actions.AppContext;
import barton.steward.ui.support.Command;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.ModalBox;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The list of keys.
public final class KeysView {
    /// Keys that tables understand by themselves: message keys under `keys.table.`.
    private static final List<String> TABLE_KEYS = List.of("move", "ends", "select", "range", "all", "open", "cell", "sort", "web");

    private record Line(String keys, String title) {
    }

    private KeysView() {
    }

    /// Opens the list over the window.
    public static void open(AppContext context) {
        var lines = new ArrayList<Line>();
        context.commands().stream().filter(command -> command.shortcut() != null).map(KeysView::line).forEach(lines::add);
        Stream<Line> table = TABLE_KEYS.stream()
                .map(key -> new Line(Messages.get("keys.table." + key), Messages.get("keys.table." + key + ".does")));
        table.forEach(lines::add);
        var scroll = new ScrollPane(grid(lines));
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("keys-scroll");
        var box = new ModalBox("keys", Messages.get("keys.title"), scroll);
        box.cancel(Messages.get("dialog.close"));
        context.dialogs().show(box);
    }

    private static Line line(Command command) {
        return new Line(command.shortcut().getDisplayText(), command.title());
    }

    private static Node grid(List<Line> lines) {
        var grid = new GridPane();
        grid.setId("keys-grid");
        grid.getStyleClass().add("keys-grid");
        int perColumn = Math.ceilDiv(lines.size(), 2);
        for (int i = 0; i < lines.size(); i++) {
            var keys = new Label(lines.get(i).keys());
            keys.getStyleClass().add("keys");
            keys.setMinWidth(Label.USE_PREF_SIZE);
            var title = new Label(lines.get(i).title());
            title.setLabelFor(keys);
            var cell = new HBox(keys, title);
            cell.getStyleClass().add("keys-line");
            grid.add(cell, i / perColumn, i % perColumn);
        }
        for (int i = 0; i < 2; i++) {
            var column = new ColumnConstraints();
            column.setHgrow(Priority.ALWAYS);
            column.setPercentWidth(50);
            grid.getColumnConstraints().add(column);
        }
        return grid;
    }
}
