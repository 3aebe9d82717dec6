package barton.steward.ui.support;

import atlantafx.base.controls.Notification;
import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// Short messages in a corner of the window that go away by themselves, unless the pointer rests on them. The library draws each;
/// where they lie, how many and for how long is ours.
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
        say(text, List.of());
    }

    /// With something to do about it, such as `Undo`.
    public void say(String text, String action, Runnable run) {
        say(text, List.of(new Link(action, run)));
    }

    public void say(String text, List<Link> links) {
        passing(add(text, links));
    }

    /// What stays until the steward dismisses it.
    public void insist(String text) {
        add(text, List.of());
    }

    /// The same, until the steward acts on it or dismisses it.
    public void insist(String text, String action, Runnable run) {
        add(text, List.of(new Link(action, run)));
    }

    /// Something to do about what was said.
    public record Link(String text, Runnable run) {
    }

    private Notification add(String text, List<Link> links) {
        var notice = new Notification(text);
        notice.getStyleClass().add("notice");
        notice.setFocusTraversable(false);
        notice.setAccessibleRole(AccessibleRole.TEXT);
        notice.setAccessibleText(text);
        notice.setOnClose(e -> layer.getChildren().remove(notice));
        notice.skinProperty().subscribe(skin -> nameClosing(notice));
        links.forEach(link -> notice.getPrimaryActions().add(action(link, notice)));
        layer.getChildren().add(notice);
        if (layer.getChildren().size() > MOST) {
            layer.getChildren().removeFirst();
        }
        return notice;
    }

    private Button action(Link link, Notification notice) {
        var action = new Button(link.text());
        action.setMnemonicParsing(false);
        action.getStyleClass().addAll(Styles.SMALL, "notice-action");
        action.setOnAction(e -> {
            layer.getChildren().remove(notice);
            link.run().run();
        });
        return action;
    }

    /// The library draws a cross that says nothing.
    private static void nameClosing(Notification notice) {
        Node cross = notice.lookup(".close-button");
        if (cross != null) {
            cross.setAccessibleRole(AccessibleRole.BUTTON);
            cross.setAccessibleText(Messages.get("notice.close"));
            Tooltip.install(cross, new Tooltip(Messages.get("notice.close")));
        }
    }

    private void passing(Notification notice) {
        var timer = new PauseTransition(SHOWN_FOR);
        timer.setOnFinished(e -> layer.getChildren().remove(notice));
        notice.setOnMouseEntered(e -> timer.stop());
        notice.setOnMouseExited(e -> timer.playFromStart());
        timer.play();
    }
}
