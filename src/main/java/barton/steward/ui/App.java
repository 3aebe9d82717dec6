package barton.steward.ui;

import barton.steward.config.Preferences;
import barton.steward.model.StewardException;
import barton.steward.service.OpenSession;
import barton.steward.service.Session;
import barton.steward.service.SessionFactory;
import barton.steward.ui.controls.TabKey;
import barton.steward.ui.controls.Zoom;
import barton.steward.ui.start.ConnectView;
import barton.steward.ui.start.NoDatabaseView;
import barton.steward.ui.start.RecentConnections;
import barton.steward.ui.start.StartView;
import barton.steward.ui.support.Command;
import barton.steward.ui.support.Desktop;
import barton.steward.ui.support.Dialogs;
import barton.steward.ui.support.Failure;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Notices;
import barton.steward.ui.support.Themes;
import barton.steward.ui.task.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// The window: shown at once, while the database is opened in the background.
public final class App {
    private static final double ASIDE = 32;
    private static final int FIRST_FRAME_SECONDS = 10;

    private final Stage stage;
    private final SessionFactory sessions;
    private final Preferences preferences;
    private final Windows windows;
    private final Themes themes;
    private final Zoom zoom;
    private final Dialogs dialogs = new Dialogs();
    private final Notices notices = new Notices();
    private final Tasks tasks = Tasks.onThreads(this::failed);
    private final CloseGuard closing;
    private final CloseGuard switching;
    private final StackPane content = new StackPane();
    private final CountDownLatch painted = new CountDownLatch(1);
    private StartView starting = new StartView();
    private MainWindow main;
    private Optional<String> executor = Optional.empty();
    private SharedSession shared;
    private volatile OpenSession open;

    /// On the FX thread, without notices on the desktop; see [#launch] for a whole life of the window.
    public App(Stage stage, Function<Consumer<String>, SessionFactory> sessions, Preferences preferences) {
        this(stage, sessions, preferences, new Windows(sessions, preferences, Desktop.NONE));
    }

    App(Stage stage, Function<Consumer<String>, SessionFactory> sessions, Preferences preferences, Windows windows) {
        this.stage = stage;
        this.windows = windows;
        this.sessions = sessions.apply(step -> Platform.runLater(() -> starting.say(step)));
        this.preferences = preferences;
        this.themes = new Themes(preferences);
        this.closing = new CloseGuard(tasks, dialogs, "close");
        this.switching = new CloseGuard(tasks, dialogs, "switch");
        this.zoom = new Zoom(preferences, new StackPane(content, dialogs.layer()));
        var scene = new Scene(zoom);
        TabKey.movesOnIn(scene);
        // Until the first frame the window is as its scene is filled.
        scene.fillProperty().bind(themes.backgroundProperty());
        scene.getStylesheets().add(App.class.getResource("/barton/steward/steward.css").toExternalForm());
        FirstFrame.whenSeen(scene, painted::countDown);
        stage.setScene(scene);
        stage.setTitle(Messages.get("app.title"));
        stage.setMinWidth(900);
        stage.setMinHeight(600);
        stage.setOnCloseRequest(e -> {
            if (main != null) {
                e.consume();
                closing.leave(main, stage::hide, () -> { });
            }
        });
    }

    /// Shows the window and returns when it, and every other that was opened from it, was closed. To be called once, on the main thread.
    /// @param uri the database to begin with; empty: the usual one
    /// @param executor the name under which runs and edits are kept; empty: the login name
    /// @param sessions the way to databases, which says what it is doing
    /// @param onFirstRows told on the FX thread when the window has drawn the first rows of a table, if it comes to that
    public static void launch(Function<Consumer<String>, SessionFactory> sessions, Optional<String> uri, Optional<String> executor,
                              Preferences preferences, Consumer<Stage> onFirstRows) {
        var early = new EarlySessionFactory(sessions, uri, executor);
        var windows = new Windows(sessions, preferences, new Desktop(System.getenv(), System.getProperty("os.name")));
        Platform.startup(() -> {
            var stage = new Stage();
            App app = windows.window(stage, early::heardBy);
            FirstFrame.whenRowsArePainted(stage.getScene(), () -> onFirstRows.accept(stage));
            app.show(uri, executor);
        });
        try {
            windows.await();
            preferences.save();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            windows.leave();
        }
    }

    /// Shows the window and opens the database in it.
    public void show(Optional<String> uri, Optional<String> executor) {
        this.executor = executor;
        icon();
        place();
        open(uri);
        stage.show();
    }

    /// Shows the window, a little aside of the one before, on a database that is open.
    void show(SharedSession session, Optional<String> executor) {
        this.executor = executor;
        icon();
        place();
        if (!stage.isMaximized() && !Double.isNaN(stage.getX())) {
            stage.setX(stage.getX() + ASIDE);
            stage.setY(stage.getY() + ASIDE);
        }
        enter(session);
        stage.show();
    }

    /// Lets go of the database; blocks, so never on the FX thread.
    public void leave() {
        OpenSession left = open;
        open = null;
        if (left != null) {
            left.close();
        }
    }

    /// What is running, for tests that wait.
    public Tasks tasks() {
        return tasks;
    }

    /// The window's content once the database is open; null before.
    MainWindow main() {
        return main;
    }

    private void open(Optional<String> uri) {
        starting = new StartView();
        starting.say(Messages.get("app.opening"));
        content.getChildren().setAll(List.of(new OpeningView(starting, ViewId.remembered(preferences))));
        tasks.run(Messages.get("app.opening"), () -> openBehindTheFirstFrame(uri), opened -> {
            uri.ifPresent(new RecentConnections(preferences)::add);
            opened(opened);
        },
                failure -> notOpened(failure.cause(), uri));
    }

    /// What is in the window takes the FX thread a while to make, and a window that is blank meanwhile seems to be dead.
    private OpenSession openBehindTheFirstFrame(Optional<String> uri) throws InterruptedException {
        OpenSession opened = sessions.open(uri, executor);
        // A window that is not drawn, because it was made an icon at once, is filled all the same.
        painted.await(FIRST_FRAME_SECONDS, TimeUnit.SECONDS);
        return opened;
    }

    private void opened(OpenSession next) {
        OpenSession left = open;
        if (left == null) {
            begin(next);
        } else {
            switching.leave(main, () -> {
                main.remember();
                main.leave();
                tasks.dropAll();
                leave(left);
                begin(next);
            }, () -> leave(next));
        }
    }

    private void begin(OpenSession next) {
        enter(new SharedSession(next));
        next.news().ifPresent(notices::insist);
    }

    private void leave(OpenSession left) {
        tasks.run(Messages.get("app.leaving"), () -> {
            left.close();
            return null;
        }, done -> { });
    }

    private void enter(SharedSession next) {
        shared = next;
        open = next.use();
        Session session = open.session();
        stage.setTitle(Messages.get("app.titleof", session.connection()));
        notices.clear();
        var further = new ArrayList<Command>();
        further.add(Command.of("window", "Shortcut+Shift+N", () -> windows.another(shared, executor)));
        further.addAll(themes.commands());
        further.addAll(zoom.commands());
        main = new MainWindow(session, tasks, dialogs, notices, preferences, further, windows.desktop(), this::connect);
        content.getChildren().setAll(List.of(main));
        main.focus();
    }

    private void notOpened(StewardException cause, Optional<String> uri) {
        Runnable usual = uri.isEmpty() ? null : () -> open(Optional.empty());
        content.getChildren().setAll(List.of(new NoDatabaseView(cause, () -> open(uri), this::connect, usual)));
    }

    private void connect() {
        ConnectView.open(dialogs, tasks, sessions, executor, new RecentConnections(preferences), this::opened);
    }

    private void failed(Failure failure) {
        StewardException cause = failure.cause();
        switch (cause.kind()) {
            case CANCELLED -> notices.say(cause.getMessage());
            case NO_DATABASE -> {
                // That the database does not answer is said once, where the connection is.
                if (!failure.question()) {
                    notices.insist(Messages.get("error.notdone", failure.task(), cause.getMessage()), Messages.get("error.retry"),
                            failure.retry());
                }
            }
            default -> tell(failure);
        }
    }

    /// A question may have been nobody's, and one dialog of a kind is enough: others wait in the list of messages.
    private void tell(Failure failure) {
        if (failure.question() || dialogs.shows("error")) {
            notices.insist(failure.cause().getMessage(), List.of(new Notices.Link(Messages.get("error.details"),
                    () -> dialogs.error(failure)), new Notices.Link(Messages.get("error.retry"), failure.retry())));
        } else {
            dialogs.error(failure);
        }
    }

    /// Remembers how the window was left; its work ends.
    void remember() {
        if (main != null) {
            main.remember();
            main.leave();
        }
        preferences.put("window", new WindowBounds(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized()));
        tasks.dropAll();
    }

    private void place() {
        WindowBounds place = preferences.get("window", WindowBounds.class).orElseGet(App::usualPlace);
        stage.setWidth(Math.max(900, place.width()));
        stage.setHeight(Math.max(600, place.height()));
        boolean seen = !javafx.stage.Screen.getScreensForRectangle(place.x(), place.y(), place.width(), place.height()).isEmpty();
        if (seen && !Double.isNaN(place.x())) {
            stage.setX(place.x());
            stage.setY(place.y());
        }
        stage.setMaximized(place.maximized());
    }

    private static WindowBounds usualPlace() {
        var screen = javafx.stage.Screen.getPrimary().getVisualBounds();
        return new WindowBounds(Double.NaN, Double.NaN, Math.min(1440, screen.getWidth()), Math.min(900, screen.getHeight()), false);
    }

    private void icon() {
        for (int size : List.of(16, 32, 64, 128, 256)) {
            var file = App.class.getResource("/barton/steward/icon/steward-" + size + ".png");
            if (file != null) {
                stage.getIcons().add(new Image(file.toExternalForm()));
            }
        }
    }

    /// Where the window was.
    record WindowBounds(double x, double y, double width, double height, boolean maximized) {
    }
}
