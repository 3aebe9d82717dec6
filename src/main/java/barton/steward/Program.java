package barton.steward;

import barton.steward.cli.Surroundings;
import barton.steward.config.Folders;
import barton.steward.config.Preferences;
import barton.steward.model.SchemaResult;
import barton.steward.model.TourStep;
import barton.steward.service.Desks;
import barton.steward.ui.App;
import barton.steward.ui.tour.Tour;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Everything wired together.
final class Program implements Surroundings {
    /// Where JavaFX unpacks its libraries, else into a folder of the home that the environment does not name.
    private static final String JAVAFX_CACHE = "javafx.cachedir";

    private final Map<String, String> environment = System.getenv();
    private final Path log;

    Program(Path log) {
        this.log = log;
    }

    @Override
    public Path log() {
        return log;
    }

    @Override
    public Desks desks(Consumer<String> progress) {
        return new Databases(environment, progress);
    }

    @Override
    public SchemaResult migrate(Optional<String> uri, boolean adopt, Consumer<String> progress) {
        return new Databases(environment, progress).migrate(uri, adopt);
    }

    @Override
    public int window(Optional<String> uri, Optional<String> executor) {
        if (Screen.isOnLinux()) {
            new Screen(environment, Native::missing).requireWindows();
        }
        var folders = Folders.of(environment);
        System.setProperty(JAVAFX_CACHE, folders.cache().resolve("javafx").toString());
        App.launch(this::desks, uri, executor, Preferences.at(folders.config().resolve("window.json")));
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
                System.setProperty("glass.platform", "Headless");
                System.setProperty("prism.order", "sw");
            }
        }
        try (var home = ThrowAwayHome.make(environment)) {
            System.setProperty(JAVAFX_CACHE, home.folders().cache().resolve("javafx").toString());
            Tour.startWindows();
            var preferences = Preferences.at(home.folders().config().resolve("window.json"));
            return new Tour(new Databases(home.environment(), progress), preferences, folder, home.folder()).run(progress);
        }
    }
}
