package barton.steward.cli.support;

import barton.steward.model.TourStep;
import barton.steward.model.database.Backup;
import barton.steward.model.database.Examination;
import barton.steward.model.database.Repair;
import barton.steward.model.database.Rollback;
import barton.steward.model.database.RollbackRequest;
import barton.steward.model.database.SchemaResult;
import barton.steward.model.database.Takeover;
import barton.steward.service.SessionFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// What the commands need of the program around them.
public interface CliEnvironment {
    /// The file that has the details of failures.
    Path log();

    /// The variables that the program was started with; some hold secrets.
    Map<String, String> environment();

    /// @param progress told what takes its time, in sentences, on the calling thread
    SessionFactory sessions(Consumer<String> progress);

    /// Brings the schema of a database to the present version.
    /// @param takeover whether a database that was made by hand may be taken over
    SchemaResult migrate(Optional<String> uri, Takeover takeover, Consumer<String> progress);

    /// Puts back what of the schema of a database at the present version can be put back without touching a row.
    Repair repair(Optional<String> uri, Consumer<String> progress);

    /// Writes a backup, and finds it whole by restoring it elsewhere.
    /// @param to where, or else among the backups of the home
    Backup backUp(Optional<String> uri, Optional<Path> to, Consumer<String> progress);

    /// Puts a backup in the place of what is in a database.
    /// @param replace whether rows that are there may go, after they were backed up
    Backup restore(Optional<String> uri, Path file, boolean replace, Consumer<String> progress);

    /// Takes a database back to a point of its own history.
    Rollback rollback(Optional<String> uri, RollbackRequest request, Consumer<String> progress);

    /// Looks at a database as it is, whatever it is, and changes nothing in it, but that the local one is set up: at the connection, the
    /// schema and, where that is ours, at what must always hold.
    /// @throws barton.steward.model.StewardException of kind NO_DATABASE where it cannot be reached
    Examination doctor(Optional<String> uri, Consumer<String> progress);

    /// Opens the window and returns the exit code when it was closed.
    int window(Optional<String> uri, Optional<String> executor);

    /// Drives the window through the main job on a database that is thrown away, and leaves pictures and `steps.json` in the folder.
    /// @param progress told what is being done, in sentences, on the calling thread
    List<TourStep> tour(Path folder, Consumer<String> progress);
}
