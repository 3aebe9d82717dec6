package barton.steward.ui.support;

import barton.steward.ui.task.Job;
import barton.steward.ui.task.Tasks;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// What a window shows, for tests that use it as a steward does. Every act returns when what follows from it is over.
public abstract class TestScene {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);
    /// One for all: the headless platform keeps the last window of each robot for ever, and everything in it.
    private static final FxRobot ROBOT = new BriskRobot();

    public final FxRobot robot = ROBOT;

    public abstract Scene scene();

    /// What has to be over before the window is at rest; null before there is a window.
    public abstract Tasks tasks();

    /// Does something on the window's thread.
    public <T> T onWindow(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, work);
    }

    public void run(Runnable work) {
        onWindow(() -> {
            work.run();
            return null;
        });
        settle();
    }

    /// Waits until nothing runs, nothing is put off, and the window was drawn since without starting anything anew.
    public void settle() {
        for (long deadline = System.nanoTime() + PATIENCE_NANOS; !(idle() && drawn() && idle());) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("still running: " + onWindow(() -> tasks().active().stream().map(Job::name).toList()));
            }
        }
    }

    private boolean idle() {
        WaitForAsyncUtils.waitForFxEvents(1);
        return onWindow(() -> tasks() == null || tasks().idle());
    }

    /// Lets the window draw so many frames, whatever runs meanwhile.
    public static void frames(int frames) {
        for (int i = 0; i < frames; i++) {
            draw();
        }
    }

    private static boolean drawn() {
        draw();
        return true;
    }

    /// Waits for something that nothing in the window announces, such as the news of others' changes.
    public void await(String what, Callable<Boolean> condition) {
        for (long deadline = System.nanoTime() + PATIENCE_NANOS; !onWindow(condition);) {
            draw();
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within the time: " + what);
            }
        }
        settle();
    }

    /// The headless platform cannot draw a window that ends below its screen of 1000 lines, so none begins further down.
    protected static void atTheTop(Stage stage) {
        stage.setX(0);
        stage.setY(0);
    }

    /// The node with this id that can be seen.
    public <N extends Node> N find(String id, Class<N> type) {
        return onWindow(() -> all(scene().getRoot()).stream().filter(n -> id.equals(n.getId()) && seen(n)).findFirst().map(type::cast)
                .orElseThrow(() -> new AssertionError("nothing to be seen has the id " + id)));
    }

    public boolean sees(String id) {
        return onWindow(() -> all(scene().getRoot()).stream().anyMatch(n -> id.equals(n.getId()) && seen(n)));
    }

    /// The text of a label, button or link.
    public String text(String id) {
        Labeled node = find(id, Labeled.class);
        return onWindow(node::getText);
    }

    public void click(String id) {
        robot.clickOn(find(id, Node.class));
        settle();
    }

    /// Opens a menu and clicks an item of it.
    public void pick(String menu, String item) {
        click(menu);
        robot.clickOn(robot.lookup("#" + item).queryAs(Node.class));
        settle();
    }

    public void press(KeyCode... keys) {
        robot.push(keys);
        settle();
    }

    public List<Node> all() {
        return onWindow(() -> all(scene().getRoot()));
    }

    public static boolean seen(Node node) {
        return node.isVisible() && (node.getParent() == null || seen(node.getParent()));
    }

    /// Waits for a pulse from its beginning to its end: styles, layout and pictures are those of now.
    static void draw() {
        var pulses = new CountDownLatch(2);
        Platform.runLater(() -> {
            var timer = new AnimationTimer() {
                @Override
                public void handle(long now) {
                    pulses.countDown();
                    if (pulses.getCount() == 0) {
                        stop();
                    }
                }
            };
            timer.start();
        });
        try {
            if (!pulses.await(PATIENCE_NANOS, TimeUnit.NANOSECONDS)) {
                throw new AssertionError("the window is not drawn any more");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    protected static List<Node> all(Node node) {
        var found = new ArrayList<Node>();
        found.add(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> found.addAll(all(child)));
        }
        return found;
    }

    /// Saves how the window looks now.
    protected void save(String name) {
        settle();
        WritableImage shown = onWindow(() -> scene().snapshot(null));
        var image = new BufferedImage((int) shown.getWidth(), (int) shown.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, shown.getPixelReader().getArgb(x, y));
            }
        }
        try {
            Path folder = Files.createDirectories(Path.of("target", "pictures"));
            ImageIO.write(image, "png", folder.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
