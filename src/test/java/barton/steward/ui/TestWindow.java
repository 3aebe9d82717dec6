package barton.steward.ui;

import barton.steward.catalog.Table;
import barton.steward.config.Preferences;
import barton.steward.model.query.Row;
import barton.steward.service.OpenSession;
import barton.steward.service.Session;
import barton.steward.service.SessionFactory;
import barton.steward.ui.support.TestScene;
import barton.steward.ui.task.Tasks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.api.FxToolkit;

/// The whole window over a session, as a steward sees it.
final class TestWindow extends TestScene {
    private static TestWindow latest;

    private final Preferences preferences;
    private App app;
    private Stage stage;

    private TestWindow(Preferences preferences) {
        this.preferences = preferences;
    }

    static TestWindow over(Session session, double width, double height) {
        return over(session, newSettings(), width, height);
    }

    /// The same, left in that view before: what the first one shows need not be made.
    static TestWindow at(ViewId place, Session session, double width, double height) {
        Preferences settings = newSettings();
        settings.put("place", place);
        return over(session, settings, width, height);
    }

    static TestWindow over(Session session, Preferences preferences, double width, double height) {
        return over((uri, executor) -> new OpenSession(session, () -> { }), preferences, width, height);
    }

    static TestWindow over(SessionFactory sessions, Preferences preferences, double width, double height) {
        TestWindow window = unsettled(sessions, preferences, width, height);
        window.settle();
        return window;
    }

    /// The same while the database is still being opened.
    static TestWindow unsettled(SessionFactory sessions, Preferences preferences, double width, double height) {
        var window = new TestWindow(preferences);
        try {
            FxToolkit.registerPrimaryStage();
        } catch (TimeoutException e) {
            throw new IllegalStateException(e);
        }
        window.onWindow(() -> {
            List.copyOf(Window.getWindows()).forEach(Window::hide);
            if (latest != null && latest.main() != null) {
                latest.main().leave();
            }
            latest = window;
            window.stage = new Stage();
            atTheTop(window.stage);
            window.robot.targetWindow(window.stage);
            window.app = new App(window.stage, progress -> sessions, preferences);
            window.app.show(Optional.empty(), Optional.of("ann"));
            window.stage.setWidth(width);
            window.stage.setHeight(height);
            return window;
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

    @Override
    public Scene scene() {
        return stage.getScene();
    }

    @Override
    public Tasks tasks() {
        return app == null ? null : app.tasks();
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

    void clickTab(String name) {
        robot.clickOn(robot.lookup("#tab-" + name).queryAs(Node.class));
        settle();
    }

    @SuppressWarnings("unchecked")
    TableView<Row> table(Table table) {
        return find(table.name() + "-table", TableView.class);
    }

    void focus(Table table, int row) {
        TableView<Row> view = table(table);
        run(() -> {
            view.requestFocus();
            view.getSelectionModel().clearAndSelect(row);
        });
    }

    void picture(String name) {
        if (!Boolean.getBoolean("steward.pictures")) {
            return;
        }
        for (String look : List.of("dark", "light")) {
            run(() -> main().commands().stream().filter(c -> c.id().equals("theme-" + look)).findFirst().orElseThrow().run());
            save(name + "-" + look);
        }
    }
}
