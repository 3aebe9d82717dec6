package barton.steward.model.database;

import java.nio.file.Path;
import java.util.Optional;

/// What is asked of a rollback.
/// @param to the version to go back to
/// @param dryRun whether it is only told what would be lost
/// @param export a folder that is made, or is empty, for what would be lost
/// @param discard whether what would be lost is not wanted any more
/// @param executor who asks
public record RollbackRequest(int to, boolean dryRun, Optional<Path> export, boolean discard, String executor) {
}
