package barton.steward.ui.table;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import barton.steward.model.view.SavedView;
import barton.steward.ui.controls.PaneButton;
import barton.steward.ui.support.Explained;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Nodes;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Opens the saved views of a table: a tick switches one on, and off again without losing it.
final class SavedViewsButton extends PaneButton {
    private final SavedViewsPanel views;
    private final VBox lines = new VBox();
    private final Label note = Nodes.hint("");

    SavedViewsButton(SavedViewsPanel views) {
        super(null, new FontIcon(Feather.CHEVRON_DOWN));
        this.views = views;
        setId("saved-views");
        getStyleClass().add("facet");
        setContentDisplay(ContentDisplay.RIGHT);
        setMnemonicParsing(false);
        textProperty().bind(views.titleProperty());
        accessibleTextProperty().bind(views.titleProperty().map(title -> Messages.get("view.name", title)));
        setTooltip(new Tooltip(Messages.get("view.hint")));
        lines.getStyleClass().add("checks");
    }

    @Override
    protected Node pane() {
        var scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        var save = new Button(Messages.get("view.save"), new FontIcon(Feather.PLUS));
        save.setId("view-save");
        save.setOnAction(e -> {
            close();
            views.save();
        });
        var pane = new VBox(Nodes.shownWhile(note.textProperty().isNotEmpty(), note), scroll,
                Explained.unless(views.refusal(), save));
        pane.getStyleClass().addAll("checks-pane", "views-pane");
        note.setText(Messages.get("view.reading"));
        lines.getChildren().clear();
        views.read(this::show);
        return pane;
    }

    private void show(List<SavedView> found) {
        note.setText(found.isEmpty() ? Messages.get("view.none") : "");
        lines.getChildren().setAll(found.stream().map(this::line).toList());
    }

    private Node line(SavedView view) {
        var box = new CheckBox(view.name());
        box.setId("view-" + view.id());
        box.setMnemonicParsing(false);
        box.setSelected(views.isOn(view));
        box.setOnAction(e -> {
            if (box.isSelected()) {
                views.switchOn(view);
            } else {
                views.switchOff();
            }
            lines.getChildren().forEach(line -> agree((CheckBox) ((HBox) line).getChildren().getFirst()));
        });
        box.setUserData(view);
        var whose = new Label(Messages.get(view.shared() ? "view.shared" : "view.own", view.savedBy()));
        whose.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        whose.setMinWidth(USE_PREF_SIZE);
        var line = new HBox(box, new Spacer(), whose, tool(view, "view-replace-", Feather.SAVE, "view.replace", () -> {
            close();
            views.replace(view);
        }),
                tool(view, "view-delete-", Feather.TRASH_2, "view.delete", () -> views.delete(view, () -> views.read(this::show))));
        line.getStyleClass().add("view-line");
        return line;
    }

    private void agree(CheckBox box) {
        box.setSelected(views.isOn((SavedView) box.getUserData()));
    }

    private static Button tool(SavedView view, String id, Ikon icon, String key, Runnable run) {
        var button = new Button(null, new FontIcon(icon));
        button.setId(id + view.id());
        button.getStyleClass().addAll(Styles.FLAT, Styles.SMALL, Styles.BUTTON_ICON);
        button.setAccessibleText(Messages.get(key, view.name()));
        button.setTooltip(new Tooltip(Messages.get(key, view.name())));
        button.setOnAction(e -> run.run());
        return button;
    }
}
