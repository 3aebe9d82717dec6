package barton.steward.ui.record;

import atlantafx.base.theme.Styles;
import barton.steward.model.Action;
import barton.steward.model.Change;
import barton.steward.model.Field;
import barton.steward.ui.support.Formats;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Nodes;
import barton.steward.ui.support.Spacer;
import barton.steward.ui.support.Workbench;
import barton.steward.ui.table.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Who changed what of the record, from what to what; each action with its undo.
final class HistoryPane extends VBox {
    private final Workbench bench;
    private final RecordViewModel model;

    HistoryPane(Workbench bench, RecordViewModel model) {
        this.bench = bench;
        this.model = model;
        getStyleClass().add("history");
        model.history().addListener((ListChangeListener<Change>) c -> show());
        show();
    }

    private void show() {
        var nodes = new ArrayList<Node>();
        Change before = null;
        for (Change change : model.history()) {
            if (before == null || before.action().id() != change.action().id()) {
                nodes.add(head(change.action()));
            }
            nodes.add(line(change));
            before = change;
        }
        if (nodes.isEmpty()) {
            nodes.add(Nodes.hint(Messages.get("history.none")));
        }
        getChildren().setAll(nodes);
    }

    private Node head(Action action) {
        var text = new Label(Messages.get("history.head", action.executor(), Formats.time(action.at()), action.rows()));
        text.getStyleClass().add(Styles.TEXT_MUTED);
        text.setTooltip(new Tooltip(action.summary() + "\n" + Formats.exactTime(action.at())));
        var undo = new Button(Messages.get("history.undo"));
        undo.setId("undo-" + action.id());
        undo.setVisible(action.undoneBy() == null);
        undo.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        undo.setOnAction(e -> bench.undo(action));
        var head = new HBox(text, new Spacer(), undo);
        head.getStyleClass().add("history-head");
        return head;
    }

    private Node line(Change change) {
        var label = new Label(Messages.get("history.line", name(change.field()), words(change.before()), words(change.after())));
        label.setWrapText(true);
        label.getStyleClass().add("history-line");
        return label;
    }

    private String name(String field) {
        List<Field> fields = model.record().table().fields();
        return fields.stream().filter(f -> f.name().equals(field)).findFirst()
                .map(f -> Messages.field(model.record().table(), f)).orElse(field);
    }

    private static String words(String value) {
        return Objects.requireNonNullElse(value, Values.NULL);
    }
}
