package barton.steward;

import barton.steward.cli.support.CliEnvironment;
import barton.steward.cli.support.TourRunner;
import barton.steward.config.Folders;
import barton.steward.config.Preferences;
import barton.steward.model.StewardException;
import barton.steward.model.TourStep;
import barton.steward.model.database.Backup;
import barton.steward.model.database.Examination;
import barton.steward.model.database.Repair;
import barton.steward.model.database.Rollback;
import barton.steward.model.database.RollbackRequest;
import barton.steward.model.database.SchemaResult;
import barton.steward.model.database.Takeover;
import barton.steward.service.SessionFactory;
import barton.steward.ui.App;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Everything wired together.
final class AppRuntime implements CliEnvironment {
    private static final Logger LOG = LoggerFactory.getLogger(AppRuntime.class);

    private final Map<String, String> environment;
    private final Path log;

    AppRuntime(Map<String, String> environment, Path log) {
        this.environment = environment;
        this.log = log;
    }

    @Override
    public Path log() {
        return log;
    }

    @Override
    public Map<String, String> environment() {
        return environment;
    }

    @Override
    public SessionFactory sessions(Consumer<String> progress) {
        return new Databases(environment, progress);
    }

    @Override
    public SchemaResult migrate(Optional<String> uri, Takeover takeover, Consumer<String> progress) {
        return new Databases(environment, progress).migrate(uri, takeover);
    }

    @Override
    public Repair repair(Optional<String> uri, Consumer<String> progress) {
        return new Databases(environment, progress).repair(uri);
    }

    @Override
    public Backup backUp(Optional<String> uri, Optional<Path> to, Consumer<String> progress) {
        return new Databases(environment, progress).backUp(uri, to);
    }

    @Override
    public Backup restore(Optional<String> uri, Path file, boolean replace, Consumer<String> progress) {
        return new Databases(environment, progress).restore(uri, file, replace);
    }

    @Override
    public Rollback rollback(Optional<String> uri, RollbackRequest request, Consumer<String> progress) {
        return new Databases(environment, progress).rollback(uri, request);
    }

    @Override
    public Examination doctor(Optional<String> uri, Consumer<String> progress) {
        return new Databases(environment, progress).examine(uri);
    }

    @Override
    public int window(Optional<String> uri, Optional<String> executor) {
        if (Screen.isOnLinux()) {
            new Screen(environment, Native::missing).requireWindows();
        }
        var folders = Folders.of(environment);
        unpackJavaFxIn(folders);
        App.launch(this::sessions, uri, executor, preferences(folders), stage -> LOG.info("First rows after {} ms", age()));
        return 0;
    }

    @Override
    public List<TourStep> tour(Path folder, Consumer<String> progress) {
        if (Screen.isOnLinux()) {
            var screen = new Screen(environment, Native::missing);
            if (screen.hasDisplay()) {
                screen.requireWindows();
            } else {
                screen.requireText();
                Screen.drawNowhere();
            }
        }
        try (var home = ThrowAwayHome.make(environment)) {
            unpackJavaFxIn(home.folders());
            return tour().run(new Databases(home.environment(), progress), home.folders(), preferences(home.folders()), folder,
                    home.folder(), progress);
        }
    }

    private static TourRunner tour() {
        return ServiceLoader.load(TourRunner.class).findFirst().orElseThrow(() -> StewardException.refused(
                "The tour is not in this folder of the program.", "`mvn package` leaves a whole one in target/steward."));
    }

    /// Where JavaFX unpacks its libraries; else it would take a folder of the home that the environment does not name.
    static void unpackJavaFxIn(Folders folders) {
        System.setProperty("javafx.cachedir", folders.cache().resolve("javafx").toString());
    }

    static Preferences preferences(Folders folders) {
        return Preferences.at(folders.config().resolve("window.json"));
    }

    /// How long this process has been running.
    private static long age() {
        return ProcessHandle.current().info().startInstant().map(start -> Duration.between(start, Instant.now()).toMillis()).orElse(0L);
    }
}
