package barton.steward;

import barton.steward.bench.start.FirstRows;
import barton.steward.config.Folders;
import barton.steward.config.Preferences;
import barton.steward.ui.App;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;

/// The window as the application starts it, but without a look for a display, up to its first rows.
public final class StartProbe {
    private StartProbe() {
    }

    public static void main(String[] arguments) {
        var folders = Folders.fromEnvironment();
        System.setProperty("javafx.cachedir", folders.cache().resolve("javafx").toString());
        Thread.ofPlatform().daemon().start(StartProbe::watch);
        App.launch(progress -> new Databases(System.getenv(), progress), Optional.empty(), Optional.empty(),
                Preferences.at(folders.config().resolve("window.json")), stage -> { });
    }

    private static void watch() {
        while (true) {
            try {
                Platform.runLater(() -> new FirstRows(false).start());
                return;
            } catch (IllegalStateException toolkitIsNotThereYet) {
                LockSupport.parkNanos(1_000_000);
            }
        }
    }
}
