package barton.steward.tour;

import barton.steward.config.Preferences;
import barton.steward.db.Database;
import barton.steward.model.TourStep;
import barton.steward.service.OpenSession;
import barton.steward.service.Session;
import barton.steward.service.SessionFactory;
import barton.steward.ui.App;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.Stage;

/// Drives the real window through the main job on an empty database, takes pictures of it, and compares what it shows with what
/// the database has.
public final class Tour {
    private static final double WIDTH = 1360;
    private static final double HEIGHT = 860;
    private static final String EXECUTOR = "steward";

    private final SessionFactory sessions;
    private final Database database;
    private final Preferences preferences;
    private final Path out;
    private final Path files;

    /// @param sessions the way to the empty database
    /// @param database the same, beside the window
    /// @param out the folder for the pictures and `steps.json`
    /// @param files a folder for the files that are imported and exported on the way
    public Tour(SessionFactory sessions, Database database, Preferences preferences, Path out, Path files) {
        this.files = files;
        this.sessions = sessions;
        this.database = database;
        this.preferences = preferences;
        this.out = out.toAbsolutePath();
    }

    /// Blocks for a minute or so; JavaFX has to run already, and this must not be its thread. The thread’s work can be cancelled.
    /// @param progress told what is being done, sentence by sentence
    public List<TourStep> run(Consumer<String> progress) {
        try {
            Files.createDirectories(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var opened = new AtomicReference<Session>();
        SessionFactory noticed = (uri, executor) -> {
            OpenSession open = sessions.open(uri, executor);
            opened.set(open.session());
            return open;
        };
        var stage = new CompletableFuture<Stage>();
        var app = new CompletableFuture<App>();
        Platform.runLater(() -> {
            stage.complete(new Stage());
            app.complete(new App(stage.join(), said -> noticed, preferences));
            app.join().show(Optional.empty(), Optional.of(EXECUTOR));
            stage.join().setX(0);
            stage.join().setY(0);
            stage.join().setWidth(WIDTH);
            stage.join().setHeight(HEIGHT);
        });
        var robot = new UiRobot(stage.join(), app.join().tasks());
        var log = new TourLog(out, progress);
        try {
            robot.settle();
            new MainJob(robot, new Camera(stage.join(), robot, out), log, opened.get(), database, files).run();
            log.finish();
        } finally {
            log.close();
            robot.onWindow(() -> {
                stage.join().close();
                return null;
            });
            app.join().leave();
        }
        return log.steps();
    }
}
