package barton.steward.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// A folder for its owner alone: logs can quote rows.
final class PrivateFolder {
    private PrivateFolder() {
    }

    /// Makes the folder, or takes away what others may do in one that is there. Where that cannot be, the folder stays as it is:
    /// whoever writes there will say so.
    static void make(Path folder) {
        try {
            Files.createDirectories(folder);
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException e) {
            // A log is no reason to refuse the work itself.
        }
    }
}
