package barton.steward.ui.support;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import barton.steward.config.Preferences;
import barton.steward.model.Field;
import barton.steward.model.Query;
import barton.steward.model.Row;
import barton.steward.model.Selection;
import barton.steward.model.Table;
import barton.steward.service.Desk;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// A window around one view, for its test: the real task runner and dialogs, and a record of what the view asked the window for.
public final class TestBench implements Workbench {
    public final List<Query> opened = new ArrayList<>();
    public final List<String> runsOpened = new ArrayList<>();
    public final List<String> promotions = new ArrayList<>();
    public final List<List<Table>> changes = new ArrayList<>();
    public final List<Failure> failures = new ArrayList<>();
    public final List<Command> commands = new ArrayList<>();
    public final List<String> records = new ArrayList<>();
    public final List<Row> selected = new ArrayList<>();
    public final List<Selection> exports = new ArrayList<>();
    public final List<String> slots = new ArrayList<>();
    public final List<Long> undone = new ArrayList<>();
    public final FxRobot robot = new FxRobot();
    public int imports;

    private final Desk desk;
    private final Tasks tasks = Tasks.onThreads(failures::add);
    private final Path settings;
    private Dialogs dialogs;
    private Notices notices;
    private Scene scene;

    private TestBench(Desk desk, Path settings) {
        this.desk = desk;
        this.settings = settings;
    }

    /// Shows what the view makes of the window.
    public static TestBench show(Desk desk, double width, double height, Function<TestBench, Node> view) {
        try {
            Stage stage = FxToolkit.registerPrimaryStage();
            var bench = new TestBench(desk, Files.createTempDirectory("bench").resolve("settings.json"));
            bench.onWindow(() -> {
                Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
                bench.dialogs = new Dialogs();
                bench.notices = new Notices();
                var root = new StackPane();
                bench.scene = new Scene(root, width, height);
                bench.scene.getStylesheets().add(Messages.class.getResource("/barton/steward/steward.css").toExternalForm());
                root.getChildren().addAll(view.apply(bench), bench.dialogs.layer(), bench.notices.layer());
                stage.setScene(bench.scene);
                stage.setWidth(width);
                stage.setHeight(height);
                stage.show();
                return null;
            });
            bench.settle();
            return bench;
        } catch (TimeoutException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

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

    /// Waits until nothing runs any more.
    public void settle() {
        try {
            WaitForAsyncUtils.waitForFxEvents();
            WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> onWindow(() -> tasks.active().isEmpty()));
            WaitForAsyncUtils.waitForFxEvents();
        } catch (TimeoutException e) {
            throw new IllegalStateException("still running: " + tasks.active().stream().map(Job::name).toList(), e);
        }
    }

    /// Waits until the rows in sight were read after scrolling stopped.
    public void settleAfterScrolling() {
        WaitForAsyncUtils.sleep(300, TimeUnit.MILLISECONDS);
        settle();
    }

    /// The node with this id that can be seen.
    public <N extends Node> N find(String id, Class<N> type) {
        return onWindow(() -> all(scene.getRoot()).stream().filter(n -> id.equals(n.getId()) && seen(n)).findFirst().map(type::cast)
                .orElseThrow(() -> new AssertionError("nothing to be seen has the id " + id)));
    }

    public boolean sees(String id) {
        return onWindow(() -> all(scene.getRoot()).stream().anyMatch(n -> id.equals(n.getId()) && seen(n)));
    }

    /// The text of a label, button or link.
    public String text(String id) {
        Labeled node = find(id, Labeled.class);
        return onWindow(node::getText);
    }

    /// The notices that can be seen now.
    public List<String> said() {
        return onWindow(() -> all(notices.layer()).stream().filter(n -> n.getStyleClass().contains("notice-text"))
                .map(n -> ((Labeled) n).getText()).toList());
    }

    /// Clicks with the mouse and waits until what follows is over.
    public void click(String id) {
        robot.clickOn(find(id, Node.class));
        settle();
    }

    /// Saves how the window looks now, light and dark, where `-Dsteward.pictures=true` asks for it.
    public void picture(String name) {
        if (Boolean.getBoolean("steward.pictures")) {
            save(name + "-dark", new PrimerDark());
            save(name + "-light", new PrimerLight());
        }
    }

    private void save(String name, Theme theme) {
        onWindow(() -> {
            Application.setUserAgentStylesheet(theme.getUserAgentStylesheet());
            return null;
        });
        WaitForAsyncUtils.waitForFxEvents();
        WritableImage seen = onWindow(() -> scene.snapshot(null));
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

    private static boolean seen(Node node) {
        return node.isVisible() && (node.getParent() == null || seen(node.getParent()));
    }

    @Override
    public Desk desk() {
        return desk;
    }

    @Override
    public Tasks tasks() {
        return tasks;
    }

    @Override
    public Dialogs dialogs() {
        return dialogs;
    }

    @Override
    public Notices notices() {
        return notices;
    }

    @Override
    public Preferences preferences() {
        return Preferences.at(settings);
    }

    @Override
    public List<Command> commands() {
        return commands;
    }

    @Override
    public void open(Query query) {
        opened.add(query);
    }

    @Override
    public void openRun(String run) {
        runsOpened.add(run);
    }

    @Override
    public void openRecord(Table table, Object key) {
        records.add(table + " " + key);
    }

    @Override
    public void recordSelected(Row row) {
        selected.add(row);
    }

    @Override
    public void export(Selection selection, List<Field> shown) {
        exports.add(selection);
    }

    @Override
    public void addSlot(String company) {
        slots.add(company);
    }

    @Override
    public void openOverview() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void promote(String batch) {
        promotions.add(batch);
    }

    @Override
    public void importCsv() {
        imports++;
    }

    @Override
    public void undo() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void undo(long actionId) {
        undone.add(actionId);
    }

    @Override
    public void changed(Table... tables) {
        changes.add(List.of(tables));
    }
}
