package barton.steward.ui.history;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import barton.steward.model.database.Permission;
import barton.steward.model.history.Action;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.support.Explained;
import barton.steward.ui.support.Formats;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.ModalBox;
import barton.steward.ui.support.Nodes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What was done last, by everybody, and the taking back of any one of it. What came later keeps an action from being taken back only where
/// it changed the same rows.
public final class ActionsDialog {
    /// As many are read; older ones are found in the history of their records.
    private static final int MOST = 200;
    private static final double ROW_HEIGHT = 48;
    private static final int SHOWN = 8;

    private final AppContext context;
    private final ListView<Action> list = new ListView<>();
    private final StringProperty text = new SimpleStringProperty("");
    private final ModalBox box;
    private List<Action> all = List.of();
    private Set<Long> taken = Set.of();

    private ActionsDialog(AppContext context) {
        this.context = context;
        var search = new TextField();
        search.setId("actions-search");
        search.setPromptText(Messages.get("actions.search"));
        search.setAccessibleText(Messages.get("actions.search"));
        text.bind(search.textProperty());
        text.addListener(o -> show());
        list.setId("actions-list");
        list.setAccessibleText(Messages.get("actions.title"));
        list.setFixedCellSize(ROW_HEIGHT);
        list.setPrefHeight(ROW_HEIGHT * SHOWN);
        list.setPlaceholder(Nodes.hint(Messages.get("actions.reading")));
        list.setCellFactory(view -> new ActionCell());
        list.setOnKeyPressed(e -> {
            Action chosen = list.getSelectionModel().getSelectedItem();
            if (e.getCode() == KeyCode.ENTER && chosen != null && chosen.undoneBy() == null) {
                undo(chosen);
                e.consume();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        var content = new VBox(search, list, Nodes.hint(Messages.get("actions.hint", MOST)));
        content.getStyleClass().addAll("form", "actions-content");
        box = new ModalBox("actions", Messages.get("actions.title"), content);
        box.cancel(Messages.get("dialog.close"));
    }

    /// Opens the list, the newest action first.
    public static void open(AppContext context) {
        var dialog = new ActionsDialog(context);
        context.dialogs().show(dialog.box);
        context.tasks().run(Messages.get("task.history"), () -> context.session().history().actions(MOST), dialog::show, failure ->
                dialog.list.setPlaceholder(Nodes.hint(failure.cause().getMessage())));
    }

    private void show(List<Action> read) {
        all = read;
        taken = new HashSet<>(read.stream().filter(a -> a.undoneBy() != null).map(Action::undoneBy).toList());
        list.setPlaceholder(Nodes.hint(Messages.get("actions.none")));
        show();
    }

    private void show() {
        String asked = text.get().strip().toLowerCase(Messages.LOCALE);
        list.getItems().setAll(all.stream().filter(a -> (a.summary() + " " + a.executor()).toLowerCase(Messages.LOCALE).contains(asked))
                .toList());
    }

    private void undo(Action action) {
        box.close();
        context.undo(action);
    }

    private final class ActionCell extends ListCell<Action> {
        @Override
        protected void updateItem(Action action, boolean empty) {
            super.updateItem(action, empty);
            setText(null);
            setGraphic(empty || action == null ? null : line(action));
        }

        private Node line(Action action) {
            var what = new Label(action.summary());
            what.setMnemonicParsing(false);
            what.setTooltip(new Tooltip(action.summary()));
            var who = new Label(Messages.get("history.head", action.executor(), Formats.time(action.at()), action.rows()));
            who.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
            who.setTooltip(new Tooltip(Formats.exactTime(action.at())));
            var said = new VBox(what, who);
            said.setMinWidth(0);
            HBox.setHgrow(said, Priority.ALWAYS);
            var line = new HBox(said, new Spacer());
            line.getStyleClass().add("history-head");
            if (action.undoneBy() != null) {
                var gone = new Label(Messages.get("actions.undone"));
                gone.getStyleClass().add(Styles.TEXT_MUTED);
                gone.setMinWidth(Label.USE_PREF_SIZE);
                line.getChildren().add(gone);
            } else {
                Button undo = button(action);
                line.getChildren().add(undo);
                Explained.unless(context.permissions().refusalProperty(Permission.UNDO), undo);
            }
            return line;
        }

        private Button button(Action action) {
            var undo = new Button(Messages.get(taken.contains(action.id()) ? "actions.again" : "history.undo"));
            undo.setId("undo-" + action.id());
            undo.setMinWidth(Button.USE_PREF_SIZE);
            undo.getStyleClass().add(Styles.SMALL);
            undo.setAccessibleText(Messages.get("actions.undo.of", action.summary()));
            undo.setOnAction(e -> undo(action));
            return undo;
        }
    }
}
