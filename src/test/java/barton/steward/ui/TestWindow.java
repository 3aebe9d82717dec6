package barton.steward.ui;

import barton.steward.config.Preferences;
import barton.steward.model.Row;
import barton.steward.model.Table;
import barton.steward.service.Desk;
import barton.steward.service.Desks;
import barton.steward.service.OpenDesk;
import barton.steward.ui.support.Job;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The whole window over a desk, as a steward sees it.
final class TestWindow {
    final FxRobot robot = new FxRobot();

    private final Preferences preferences;
    private App app;
    private Stage stage;

    private TestWindow(Preferences preferences) {
        this.preferences = preferences;
    }

    static TestWindow over(Desk desk, double width, double height) {
        return over(desk, newSettings(), width, height);
    }

    static TestWindow over(Desk desk, Preferences preferences, double width, double height) {
        return over((uri, executor) -> new OpenDesk(desk, () -> { }), preferences, width, height);
    }

    static TestWindow over(Desks desks, Preferences preferences, double width, double height) {
        var window = new TestWindow(preferences);
        try {
            FxToolkit.registerPrimaryStage();
        } catch (TimeoutException e) {
            throw new IllegalStateException(e);
        }
        window.run(() -> {
            List.copyOf(Window.getWindows()).forEach(Window::hide);
            window.stage = new Stage();
            window.app = new App(window.stage, progress -> desks, preferences);
            window.app.show(Optional.empty(), Optional.empty());
            window.stage.setWidth(width);
            window.stage.setHeight(height);
        });
        return window;
    }

    static Preferences newSettings() {
        try {
            return Preferences.at(Files.createTempDirectory("window").resolve("settings.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    <T> T onWindow(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, work);
    }

    void run(Runnable work) {
        onWindow(() -> {
            work.run();
            return null;
        });
        settle();
    }

    /// Waits until nothing runs and the window is drawn.
    void settle() {
        try {
            WaitForAsyncUtils.waitForFxEvents();
            Thread.sleep(350);
            WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> onWindow(() -> app == null || app.tasks().active().isEmpty()));
            WaitForAsyncUtils.waitForFxEvents();
        } catch (TimeoutException e) {
            throw new IllegalStateException("still running: " + app.tasks().active().stream().map(Job::name).toList(), e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    MainWindow main() {
        return app.main();
    }

    Stage stage() {
        return stage;
    }

    Preferences preferences() {
        return preferences;
    }

    List<Node> all() {
        return onWindow(() -> all(scene().getRoot()));
    }

    void clickTab(String name) {
        robot.clickOn(robot.lookup("#tab-" + name).queryAs(Node.class));
        settle();
    }

    Scene scene() {
        return stage.getScene();
    }

    @SuppressWarnings("unchecked")
    TableView<Row> table(Table table) {
        return find(table.name() + "-table", TableView.class);
    }

    <N extends Node> N find(String id, Class<N> type) {
        return onWindow(() -> all(scene().getRoot()).stream().filter(n -> id.equals(n.getId()) && seen(n)).findFirst().map(type::cast)
                .orElseThrow(() -> new AssertionError("nothing to be seen has the id " + id)));
    }

    boolean sees(String id) {
        return onWindow(() -> all(scene().getRoot()).stream().anyMatch(n -> id.equals(n.getId()) && seen(n)));
    }

    String text(String id) {
        Labeled node = find(id, Labeled.class);
        return onWindow(node::getText);
    }

    void click(String id) {
        robot.clickOn(find(id, Node.class));
        settle();
    }

    void press(KeyCode... keys) {
        robot.push(keys);
        settle();
    }

    void focus(Table table, int row) {
        TableView<Row> view = table(table);
        run(() -> {
            view.requestFocus();
            view.getSelectionModel().clearAndSelect(row);
        });
    }

    void picture(String name) {
        settle();
        if (!Boolean.getBoolean("steward.pictures")) {
            return;
        }
        save(name + "-light");
        run(() -> main().commands().stream().filter(c -> c.id().equals("theme")).findFirst().orElseThrow().run());
        save(name + "-dark");
        run(() -> main().commands().stream().filter(c -> c.id().equals("theme")).findFirst().orElseThrow().run());
    }

    private void save(String name) {
        WritableImage seen = onWindow(() -> scene().snapshot(null));
        var image = new BufferedImage((int) seen.getWidth(), (int) seen.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, seen.getPixelReader().getArgb(x, y));
            }
        }
        try {
            Path folder = Files.createDirectories(Path.of("target", "pictures"));
            ImageIO.write(image, "png", folder.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Node> all(Node node) {
        var found = new ArrayList<Node>();
        found.add(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> found.addAll(all(child)));
        }
        return found;
    }

    static boolean seen(Node node) {
        return node.isVisible() && (node.getParent() == null || seen(node.getParent()));
    }
}
