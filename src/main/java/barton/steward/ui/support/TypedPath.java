package barton.steward.ui.support;

import java.nio.file.Path;

/// A path as a steward types it.
public final class TypedPath {
    private TypedPath() {
    }

    /// Absolute; `~/` at the beginning is the home folder.
    /// @throws java.nio.file.InvalidPathException where the text cannot be a path
    public static Path of(String text) {
        String path = text.strip();
        String home = System.getenv("HOME");
        return Path.of(path.startsWith("~/") && home != null ? home + path.substring(1) : path).toAbsolutePath();
    }
}
