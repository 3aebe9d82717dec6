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
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/// How many rows there are and are selected, and what can be done with them: one line, in which buttons keep their places whatever is
/// selected. Those for which it has no room stand in the menu at its end, the last ones first.
final class ActionBar extends HBox {
    private static final double GAPS = 40;
    private static final double LONGEST_NAME = 360;

    private final List<? extends Region> actions;
    private final MoreMenu more;
    private final RowList rows;
    private final Label text = new Label();
    private final Text measure = new Text();

    /// @param actions in the order of the menu's first commands
    ActionBar(RowsViewModel model, List<? extends Region> actions, MoreMenu more) {
        this.actions = actions;
        this.more = more;
        getStyleClass().add("action-bar");
        this.rows = model.rows();
        RowSelection selection = model.selection();
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
        none.setAccessibleText(Messages.get("rows.selectnone.hint"));
        none.setTooltip(new Tooltip(Messages.get("rows.selectnone.hint")));
        none.visibleProperty().bind(selection.countProperty().greaterThan(0));
        var meant = new Label();
        meant.setId("meant");
        meant.setMaxWidth(LONGEST_NAME);
        meant.setMinWidth(0);
        var whole = new Tooltip();
        whole.textProperty().bind(meant.textProperty());
        meant.setTooltip(whole);
        meant.textProperty().bind(Bindings.createStringBinding(() -> meant(model), model.current().rowProperty(),
                model.current().apartProperty(), selection.countProperty()));
        Nodes.shownWhile(meant.textProperty().map(t -> !t.isEmpty()), meant);
        var what = new HBox(text, all, none, meant);
        what.getStyleClass().add("action-text");
        what.setMinWidth(0);
        setHgrow(what, Priority.ALWAYS);
        actions.forEach(action -> action.setMinWidth(USE_PREF_SIZE));
        more.setMinWidth(USE_PREF_SIZE);
        getChildren().add(what);
        getChildren().addAll(actions);
        getChildren().add(more);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        fit();
        super.layoutChildren();
    }

    private void fit() {
        double menu = more.prefWidth(-1) + getSpacing();
        double room = getWidth() - snappedLeftInset() - snappedRightInset() - textWidth() - (more.isOnlyForRest() ? 0 : menu);
        if (more.isOnlyForRest() && actions.stream().mapToDouble(this::width).sum() > room) {
            room -= menu;
        }
        int shown = 0;
        for (double used = 0; shown < actions.size() && (used += width(actions.get(shown))) <= room;) {
            shown++;
        }
        for (int i = 0; i < actions.size(); i++) {
            actions.get(i).setVisible(i < shown);
            actions.get(i).setManaged(i < shown);
        }
        more.offerFrom(shown);
    }

    /// The longest that can stand there of so many rows, so that the buttons stay where they are whatever is selected.
    private double textWidth() {
        String count = Formats.number(rows.countProperty().get());
        return GAPS + Stream.of(Messages.get("rows.selected", count, count), Messages.get("rows.selectall", count),
                Messages.get("rows.selectnone")).mapToDouble(this::width).sum();
    }

    private double width(String shown) {
        measure.setFont(text.getFont());
        measure.setText(shown);
        return measure.getLayoutBounds().getWidth();
    }

    private double width(Region action) {
        return action.prefWidth(-1) + getSpacing();
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
