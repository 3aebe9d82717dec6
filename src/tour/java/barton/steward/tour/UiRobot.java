package barton.steward.tour;

import barton.steward.model.StewardException;
import barton.steward.model.Work;
import barton.steward.ui.task.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;

/// Uses the window as a steward does, with mouse and keyboard, and reads what it shows. Not on the FX thread. Every act returns
/// when what follows from it is over.
final class UiRobot {
    private static final long LOOK_EVERY_MILLIS = 40;
    private static final int QUIET_LOOKS = 3;
    private static final long PATIENCE_MILLIS = 300_000;

    private final Stage stage;
    private final Tasks tasks;
    private final Robot robot;

    UiRobot(Stage stage, Tasks tasks) {
        this.stage = stage;
        this.tasks = tasks;
        this.robot = onWindow(Robot::new);
    }

    void click(String id) {
        onWindow(() -> {
            Node node = find(id);
            Bounds bounds = node.localToScreen(node.getLayoutBounds());
            robot.mouseMove(new Point2D(bounds.getCenterX(), bounds.getCenterY()));
            robot.mouseClick(MouseButton.PRIMARY);
            return null;
        });
        settle();
    }

    /// Moves what scrolls around a node so far that the node begins at its top.
    void scrollTo(String id) {
        onWindow(() -> {
            Node node = find(id);
            ScrollPane pane = (ScrollPane) all(stage.getScene().getRoot()).stream().filter(ScrollPane.class::isInstance)
                    .filter(n -> n.lookup("#" + id) != null).findFirst().orElseThrow();
            Bounds content = pane.getContent().getBoundsInLocal();
            double top = pane.getContent().sceneToLocal(node.localToScene(node.getBoundsInLocal())).getMinY();
            pane.setVvalue(top / Math.max(1, content.getHeight() - pane.getViewportBounds().getHeight()));
            return null;
        });
        settle();
    }

    /// Presses keys together.
    void press(KeyCode... keys) {
        onWindow(() -> {
            for (KeyCode key : keys) {
                robot.keyPress(key);
            }
            for (int i = keys.length - 1; i >= 0; i--) {
                robot.keyRelease(keys[i]);
            }
            return null;
        });
        settle();
    }

    /// Types text where the keyboard is.
    void type(String text) {
        onWindow(() -> {
            Node owner = stage.getScene().getFocusOwner();
            for (char c : text.toCharArray()) {
                owner.fireEvent(new KeyEvent(KeyEvent.KEY_TYPED, String.valueOf(c), "", KeyCode.UNDEFINED, false, false, false, false));
            }
            return null;
        });
        settle();
    }

    /// The text of a label, button or link that can be seen.
    String text(String id) {
        return onWindow(() -> ((Labeled) find(id)).getText());
    }

    boolean sees(String id) {
        return onWindow(() -> seen(id).isPresent());
    }

    /// How many nodes can be seen whose ids begin like this.
    long count(String beginning) {
        return onWindow(() -> all(stage.getScene().getRoot()).stream()
                .filter(node -> node.getId() != null && node.getId().startsWith(beginning)).count());
    }

    /// Whether the keyboard types into a node.
    boolean typesInto(String id) {
        return onWindow(() -> stage.getScene().getFocusOwner() instanceof Node owner && id.equals(owner.getId()));
    }

    <T> T onWindow(Callable<T> work) {
        var result = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                result.complete(work.call());
            } catch (Exception e) {
                result.completeExceptionally(e);
            }
        });
        try {
            return result.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Waits until nothing has run for a while: a search starts a moment after the last letter.
    void settle() {
        long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
        int quiet = 0;
        while (quiet < QUIET_LOOKS) {
            Work.checkCancelled();
            try {
                Thread.sleep(LOOK_EVERY_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            quiet = onWindow(tasks::idle) ? quiet + 1 : 0;
            if (System.currentTimeMillis() > deadline) {
                throw StewardException.refused("The window did not come to rest within five minutes.", "Look into the log.");
            }
        }
    }

    private Node find(String id) {
        return seen(id).orElseThrow(() -> StewardException.refused("The window shows nothing with the id “" + id + "”.", ""));
    }

    private Optional<Node> seen(String id) {
        return all(stage.getScene().getRoot()).stream().filter(node -> id.equals(node.getId())).findFirst();
    }

    private static List<Node> all(Node node) {
        var found = new ArrayList<Node>();
        if (node.isVisible()) {
            found.add(node);
            if (node instanceof Parent parent) {
                parent.getChildrenUnmodifiable().forEach(child -> found.addAll(all(child)));
            }
        }
        return found;
    }
}
