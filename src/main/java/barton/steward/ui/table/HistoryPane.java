package barton.steward.ui.table;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import barton.steward.model.database.Permission;
import barton.steward.model.history.Action;
import barton.steward.model.history.Change;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.support.Explained;
import barton.steward.ui.support.Formats;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Nodes;
import barton.steward.ui.support.ValueFormat;
import java.util.ArrayList;
import java.util.function.UnaryOperator;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Who changed what of something, from what to what; each action with its undo.
public final class HistoryPane extends VBox {
    private final AppContext context;
    private final ObservableList<Change> changes;
    private final UnaryOperator<String> naming;

    /// @param naming what a field is called
    public HistoryPane(AppContext context, ObservableList<Change> changes, UnaryOperator<String> naming) {
        this.context = context;
        this.changes = changes;
        this.naming = naming;
        getStyleClass().add("history");
        changes.addListener((ListChangeListener<Change>) c -> show());
        show();
    }

    private void show() {
        var nodes = new ArrayList<Node>();
        Change before = null;
        for (Change change : changes) {
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
        undo.setOnAction(e -> context.undo(action));
        var head = new HBox(text, new Spacer(), Explained.unless(context.permissions().refusalProperty(Permission.UNDO), undo));
        head.getStyleClass().add("history-head");
        return head;
    }

    private Node line(Change change) {
        var label = new Label(Messages.get("history.line", naming.apply(change.field()), words(change.before()), words(change.after())));
        label.setWrapText(true);
        label.getStyleClass().add("history-line");
        return label;
    }

    private static String words(String value) {
        return ValueFormat.unseen(value).orElse(value);
    }
}
