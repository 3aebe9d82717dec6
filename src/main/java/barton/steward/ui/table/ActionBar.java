package barton.steward.ui.table;

import atlantafx.base.theme.Styles;
import barton.steward.model.query.Row;
import barton.steward.ui.support.Formats;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Nodes;
import barton.steward.ui.support.Titles;
import barton.steward.ui.virtual.RowList;
import barton.steward.ui.virtual.RowSelection;
import barton.steward.ui.virtual.RowsViewModel;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/// How many rows there are and are selected, and what can be done with them.
final class ActionBar extends FlowPane {
    private static final double LONGEST_NAME = 360;

    ActionBar(RowsViewModel model, List<? extends Node> actions) {
        getStyleClass().add("action-bar");
        RowList rows = model.rows();
        RowSelection selection = model.selection();
        var text = new Label();
        text.setId("selected");
        text.getStyleClass().add(Styles.TEXT_MUTED);
        text.setMinWidth(USE_PREF_SIZE);
        text.textProperty().bind(Bindings.createStringBinding(() -> text(rows, selection),
                selection.countProperty(), selection.allProperty(), rows.countProperty(), rows.countTextProperty(), rows.queryProperty()));
        var all = link("select-all", selection::selectAll);
        all.textProperty().bind(Bindings.createStringBinding(() -> Messages.get("rows.selectall", rows.countTextProperty().get()),
                rows.countTextProperty()));
        all.visibleProperty().bind(selection.countProperty().lessThan(rows.countProperty()));
        var none = link("select-none", selection::clear);
        none.setText(Messages.get("rows.selectnone"));
        none.visibleProperty().bind(selection.countProperty().greaterThan(0));
        for (Node node : List.of(all, none)) {
            node.managedProperty().bind(node.visibleProperty());
        }
        var meant = new Label();
        meant.setId("meant");
        meant.setMaxWidth(LONGEST_NAME);
        meant.textProperty().bind(Bindings.createStringBinding(() -> meant(model), model.current().rowProperty(),
                model.current().apartProperty(), selection.countProperty()));
        Nodes.shownWhile(meant.textProperty().map(t -> !t.isEmpty()), meant);
        var what = new HBox(text, all, none, meant);
        what.getStyleClass().add("action-text");
        getChildren().add(what);
        getChildren().addAll(actions);
    }

    private static Hyperlink link(String id, Runnable run) {
        var link = new Hyperlink();
        link.setId(id);
        link.setMinWidth(USE_PREF_SIZE);
        link.setOnAction(e -> run.run());
        return link;
    }

    /// Whom actions mean, where that is not the row with the keyboard.
    private static String meant(RowsViewModel model) {
        if (!model.selection().isEmpty()) {
            return Messages.get("rows.meant.ticked", model.selection().count());
        }
        Row current = model.current().row();
        return current == null || !model.current().isApart() ? "" : Messages.get("rows.meant.apart", Titles.of(current));
    }

    private static String text(RowList rows, RowSelection selection) {
        if (rows.query() == null) {
            return "";
        }
        String count = rows.countTextProperty().get();
        if (selection.isEmpty()) {
            return Messages.get("rows.count", count, rows.countProperty().get());
        }
        if (!selection.allProperty().get() || rows.exactProperty().get()) {
            return Messages.get("rows.selected", Formats.number(selection.count()), count);
        }
        long but = rows.countProperty().get() - selection.count();
        return Messages.get("rows.allselected", count, but);
    }
}
