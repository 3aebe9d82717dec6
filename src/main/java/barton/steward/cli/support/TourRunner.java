package barton.steward.cli.support;

import barton.steward.config.Folders;
import barton.steward.config.Preferences;
import barton.steward.model.TourStep;
import barton.steward.service.SessionFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// What `steward tour` runs. It is packed apart from the program, which finds it by [java.util.ServiceLoader].
public interface TourRunner {
    /// Drives the window through the main job; once in a process, and not on the FX thread. The thread's work can be cancelled.
    /// @param sessions the way to the home's empty database
    /// @param out the folder for the pictures
    /// @param files a folder for the files that are imported and exported on the way
    /// @param progress told what is being done, sentence by sentence
    List<TourStep> run(SessionFactory sessions, Folders home, Preferences preferences, Path out, Path files, Consumer<String> progress);
}
