package barton.steward.db.local;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Files and folders that nobody else may read, written so that a crash leaves the old or the new, never half.
final class PrivateFiles {
    static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final Logger LOG = LoggerFactory.getLogger(PrivateFiles.class);

    private PrivateFiles() {
    }

    /// Makes the folder and those above it where they are missing, for the owner alone.
    static Path folder(Path folder) throws IOException {
        return Files.createDirectories(folder, mode("rwx------"));
    }

    static void mode(Path path, String mode) throws IOException {
        if (POSIX) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
        }
    }

    /// Puts the text into the file, whole or not at all.
    static void write(Path file, String text) throws IOException {
        Path part = beside(file);
        create(part, text);
        Files.move(part, file, ATOMIC_MOVE);
        sync(file.getParent());
    }

    /// Makes a new file, which must not be there.
    static void create(Path file, String text) throws IOException {
        try (var channel = FileChannel.open(file, Set.of(CREATE_NEW, WRITE), mode("rw-------"))) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /// A name in the same folder for what is not whole yet.
    static Path beside(Path path) {
        return path.resolveSibling(path.getFileName() + ".part-" + UUID.randomUUID());
    }

    /// Removes what an interrupted start left [beside][#beside] the path. What a process that outlived its starter still writes
    /// may stay until the next start.
    static void clearBeside(Path path) throws IOException {
        try (var leftovers = Files.newDirectoryStream(path.getParent(), path.getFileName() + ".part-*")) {
            for (Path leftover : leftovers) {
                try {
                    FileTrees.delete(leftover);
                } catch (IOException | UncheckedIOException e) {
                    LOG.info("Left for the next start: {}", leftover, e);
                }
            }
        }
    }

    /// Deletes a folder, where it is there, such that half of it is never taken for the whole.
    static void discard(Path tree) throws IOException {
        if (Files.exists(tree)) {
            Path part = beside(tree);
            Files.move(tree, part, ATOMIC_MOVE);
            FileTrees.delete(part);
        }
    }

    /// Makes renames in the folder survive a power failure.
    static void sync(Path folder) throws IOException {
        if (POSIX) {
            try (var channel = FileChannel.open(folder, READ)) {
                channel.force(true);
            }
        }
    }

    private static FileAttribute<?>[] mode(String mode) {
        return POSIX ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }
}
