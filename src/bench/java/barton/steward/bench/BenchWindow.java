package barton.steward.bench;

import barton.steward.config.Preferences;
import barton.steward.service.OpenSession;
import barton.steward.ui.App;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;

/// The real window in a process of its own, used as a steward uses it.
final class BenchWindow {
    final Stage stage;
    final App app;
    final Robot robot;
    private final Map<String, Node> known = new HashMap<>();

    private BenchWindow(Stage stage, App app) {
        this.stage = stage;
        this.app = app;
        this.robot = onWindow(Robot::new);
    }

    /// Opens it on the companies of intake. To be called once.
    static BenchWindow open(BenchHome home) throws InterruptedException {
        var preferences = Preferences.at(Path.of(home.folder().toString(), "bench-window.json"));
        preferences.put("place", "INTAKE");
        var started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        var stage = onWindow(Stage::new);
        var app = onWindow(() -> {
            var made = new App(stage, said -> (uri, executor) -> new OpenSession(home.session(), () -> { }), preferences);
            made.show(Optional.empty(), Optional.empty());
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(1360);
            stage.setHeight(860);
            return made;
        });
        return new BenchWindow(stage, app);
    }

    /// Says a figure for the process that measures.
    static void say(String name, long value) {
        System.out.println("result " + name + " " + value);
    }

    static void act(Runnable act, long pause) throws InterruptedException {
        onWindow(() -> {
            act.run();
            return null;
        });
        Thread.sleep(pause);
    }

    void settle() throws InterruptedException {
        for (int quiet = 0; quiet < 5;) {
            Thread.sleep(50);
            quiet = onWindow(() -> app.tasks().active().isEmpty()) ? quiet + 1 : 0;
        }
    }

    void until(String what, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.currentTimeMillis() + 60_000;
        while (!onWindow(condition::getAsBoolean)) {
            if (System.currentTimeMillis() > deadline) {
                throw new IllegalStateException("the window has not within a minute: " + what);
            }
            Thread.sleep(5);
        }
    }

    /// Looks a node up once: to look through a whole window is as dear as to paint it.
    <N extends Node> N find(String id, Class<N> type) {
        Node node = known.get(id);
        if (node == null || node.getScene() == null) {
            node = all(stage.getScene().getRoot()).stream().filter(n -> id.equals(n.getId())).findFirst()
                    .orElseThrow(() -> new IllegalStateException("the window has no " + id));
            known.put(id, node);
        }
        return type.cast(node);
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

    static <T> T onWindow(Callable<T> work) {
        var result = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                result.complete(work.call());
            } catch (Exception e) {
                result.completeExceptionally(e);
            }
        });
        return result.join();
    }
}
