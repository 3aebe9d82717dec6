package barton.steward.ui.tour;

import barton.steward.config.Preferences;
import barton.steward.model.TourStep;
import barton.steward.service.Desk;
import barton.steward.service.Desks;
import barton.steward.service.OpenDesk;
import barton.steward.ui.App;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
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

    private final Desks desks;
    private final Preferences preferences;
    private final Path out;
    private final Path files;

    /// @param desks the way to the empty database
    /// @param out the folder for the pictures and `steps.json`
    /// @param files a folder for the files that are imported and exported on the way
    public Tour(Desks desks, Preferences preferences, Path out, Path files) {
        this.files = files;
        this.desks = desks;
        this.preferences = preferences;
        this.out = out.toAbsolutePath();
    }

    /// Starts JavaFX, which a process can do once.
    public static void startWindows() {
        var started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        try {
            started.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Blocks for a minute or so; JavaFX has to run already, and this must not be its thread. The thread’s work can be cancelled.
    /// @param progress told what is being done, sentence by sentence
    public List<TourStep> run(Consumer<String> progress) {
        try {
            Files.createDirectories(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var opened = new AtomicReference<Desk>();
        Desks noticed = (uri, executor) -> {
            OpenDesk open = desks.open(uri, executor);
            opened.set(open.desk());
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
        var hand = new Hand(stage.join(), app.join().tasks());
        var diary = new Diary(out, progress);
        try {
            hand.settle();
            new MainJob(hand, new Camera(stage.join(), hand, out), diary, opened.get(), files).run();
            diary.finish();
        } finally {
            diary.close();
            hand.onWindow(() -> {
                stage.join().close();
                return null;
            });
            app.join().leave();
        }
        return diary.steps();
    }
}
