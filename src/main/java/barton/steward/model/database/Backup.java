package barton.steward.model.database;

import java.util.Optional;

/// A backup that was written, or put in the place of what was there.
/// @param file the file
/// @param tables how many tables it holds
/// @param rows how many rows of them all
/// @param bytes how large the file is
/// @param before the file with what was there before it was replaced
public record Backup(String file, int tables, long rows, long bytes, Optional<String> before) {
}
