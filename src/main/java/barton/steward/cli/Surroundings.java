package barton.steward.cli;

import barton.steward.model.SchemaResult;
import barton.steward.service.Desks;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// What the commands need of the program around them.
public interface Surroundings {
    /// The file that has the details of failures.
    Path log();

    /// @param progress told what takes its time, in sentences, on the calling thread
    Desks desks(Consumer<String> progress);

    /// Brings the schema of a database to the present version.
    /// @param adopt whether a database that was made by hand may be taken over
    SchemaResult migrate(Optional<String> uri, boolean adopt, Consumer<String> progress);

    /// Opens the window and returns the exit code when it was closed.
    int window(Optional<String> uri, Optional<String> executor);

    /// Drives the window through the main job, leaves pictures and figures in the folder, and returns the exit code.
    int tour(Path folder);
}
