package barton.steward.config;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.UUID;

/// A folder for its owner alone: logs can quote rows.
final class PrivateFolder {
    private static final FileAttribute<?> OURS_ALONE = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private static final FileAttribute<?> FOR_US = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private PrivateFolder() {
    }

    /// The folder, made where it is missing, for us alone; or another, of a name that nobody foresaw, where somebody else has put one
    /// there, to read what we write or to have it written elsewhere. One that cannot be made stays missing: whoever writes there
    /// will say so.
    static Path make(Path folder) {
        try {
            Files.createDirectories(folder);
            if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                return folder;
            }
            if (isOurs(folder)) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
                return folder;
            }
        } catch (IOException e) {
            if (!Files.exists(folder, NOFOLLOW_LINKS)) {
                return folder;
            }
        }
        return unforeseen();
    }

    /// What we make says who we are; a link, whose it is before it is followed.
    private static boolean isOurs(Path folder) throws IOException {
        // Not by a name drawn by chance, for which every start would have to fetch a source of chance.
        Path made = Files.createFile(folder.resolve("whose-" + ProcessHandle.current().pid() + "-" + System.nanoTime()), FOR_US);
        try {
            UserPrincipal us = Files.getOwner(made);
            return Files.getOwner(folder, NOFOLLOW_LINKS).equals(us) && Files.getOwner(folder).equals(us);
        } finally {
            Files.delete(made);
        }
    }

    private static Path unforeseen() {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"), "steward-" + UUID.randomUUID());
        try {
            return Files.createDirectory(folder, OURS_ALONE);
        } catch (IOException e) {
            // A log is no reason to refuse the work itself.
            return folder;
        }
    }
}
