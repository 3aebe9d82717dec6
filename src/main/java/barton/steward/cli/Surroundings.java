package barton.steward.cli;

import barton.steward.service.Desks;
import java.nio.file.Path;
import java.util.Optional;

/// What the commands need of the program around them.
public interface Surroundings {
    Desks desks();

    /// Opens the window and returns the exit code when it was closed.
    int window(Optional<String> uri, Optional<String> executor);

    /// Drives the window through the main job, leaves pictures and figures in the folder, and returns the exit code.
    int tour(Path folder);
}
