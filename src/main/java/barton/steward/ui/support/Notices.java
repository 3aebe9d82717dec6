package barton.steward.ui.support;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Short messages in a corner of the window that go away by themselves, unless the pointer rests on them.
public final class Notices {
    private static final Duration SHOWN_FOR = Duration.seconds(10);
    private static final int MOST = 4;

    private final VBox layer = new VBox();

    public Notices() {
        layer.getStyleClass().add("notices");
        layer.setPickOnBounds(false);
        layer.setAlignment(Pos.BOTTOM_RIGHT);
    }

    /// What has to lie over the window's content.
    public Node layer() {
        return layer;
    }

    /// Keeps away from something at the window's right side while it is shown.
    public void keepClearOf(Region side) {
        layer.translateXProperty().bind(Bindings.createDoubleBinding(() -> side.getScene() == null ? 0 : -side.getWidth(),
                side.sceneProperty(), side.widthProperty()));
    }

    public void say(String text) {
        passing(add(text, null));
    }

    /// With something to do about it, such as `Undo`.
    public void say(String text, String action, Runnable run) {
        say(text, List.of(new Link(action, run)));
    }

    public void say(String text, List<Link> links) {
        passing(withLinks(text, links));
    }

    /// What stays until the steward dismisses it.
    public void insist(String text) {
        add(text, null);
    }

    /// The same, until the steward acts on it or dismisses it.
    public void insist(String text, String action, Runnable run) {
        withLinks(text, List.of(new Link(action, run)));
    }

    /// Something to do about what was said.
    public record Link(String text, Runnable run) {
    }

    private HBox withLinks(String text, List<Link> links) {
        var column = new VBox();
        column.setMinWidth(Region.USE_PREF_SIZE);
        column.setAlignment(Pos.CENTER_LEFT);
        HBox notice = add(text, column);
        links.forEach(link -> column.getChildren().add(action(link, notice)));
        return notice;
    }

    private Hyperlink action(Link link, HBox notice) {
        var action = new Hyperlink(link.text());
        action.getStyleClass().add("notice-action");
        action.setMinWidth(Region.USE_PREF_SIZE);
        action.setOnAction(e -> {
            layer.getChildren().remove(notice);
            link.run().run();
        });
        return action;
    }

    private HBox add(String text, Node action) {
        var label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add("notice-text");
        HBox.setHgrow(label, Priority.ALWAYS);
        var notice = new HBox(label);
        notice.getStyleClass().add("notice");
        notice.setAccessibleRole(AccessibleRole.TEXT);
        notice.setAccessibleText(text);
        if (action != null) {
            notice.getChildren().add(action);
        }
        var close = new Button(null, new FontIcon(Feather.X));
        close.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        close.setAccessibleText(Messages.get("notice.close"));
        close.setTooltip(new Tooltip(Messages.get("notice.close")));
        close.setFocusTraversable(false);
        close.setOnAction(e -> layer.getChildren().remove(notice));
        notice.getChildren().add(close);
        layer.getChildren().add(notice);
        if (layer.getChildren().size() > MOST) {
            layer.getChildren().removeFirst();
        }
        return notice;
    }

    private void passing(HBox notice) {
        var timer = new PauseTransition(SHOWN_FOR);
        timer.setOnFinished(e -> layer.getChildren().remove(notice));
        notice.setOnMouseEntered(e -> timer.stop());
        notice.setOnMouseExited(e -> timer.playFromStart());
        timer.play();
    }
}
