package barton.steward.db.local;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Whole folders with all that is in them; links are never followed.
final class FileTrees {
    private FileTrees() {
    }

    /// Copies into a folder that must not be there; modes and times stay, the owner becomes ours.
    static void copy(Path from, Path to) throws IOException {
        for (Path path : all(from)) {
            Files.copy(path, to.resolve(from.relativize(path)), COPY_ATTRIBUTES, NOFOLLOW_LINKS);
        }
    }

    static void own(Path tree, Privileges.Account account) throws IOException {
        for (Path path : all(tree)) {
            account.own(path);
        }
    }

    /// From the inside out.
    static void delete(Path tree) throws IOException {
        for (Path path : all(tree).reversed()) {
            Files.deleteIfExists(path);
        }
    }

    private static List<Path> all(Path tree) throws IOException {
        try (var walk = Files.walk(tree)) {
            return walk.toList();
        }
    }
}
