package barton.steward.tour;

import barton.steward.cli.support.TourRunner;
import barton.steward.config.Folders;
import barton.steward.config.Preferences;
import barton.steward.db.Database;
import barton.steward.db.local.LocalServer;
import barton.steward.model.TourStep;
import barton.steward.service.SessionFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javafx.application.Platform;

/// The tour on the local database of a home.
public final class TourOfAHome implements TourRunner {
    @Override
    public List<TourStep> run(SessionFactory sessions, Folders home, Preferences preferences, Path out, Path files,
            Consumer<String> progress) {
        startWindows();
        try (var server = LocalServer.join(home, progress); var database = Database.connect(server.settings())) {
            return new Tour(sessions, database, preferences, out, files).run(progress);
        }
    }

    /// A process can do it once.
    private static void startWindows() {
        var started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        try {
            started.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
