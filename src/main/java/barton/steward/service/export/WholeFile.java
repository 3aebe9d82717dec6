package barton.steward.service.export;

import barton.steward.model.StewardException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/// A file that appears under its name only when it is whole, in place of the one that is there.
public final class WholeFile {
    private WholeFile() {
    }

    /// Writes a file by its path.
    public interface Writing<T> {
        T write(Path part) throws IOException;
    }

    /// @throws StewardException of kind REFUSED where the file cannot be written
    public static <T> T write(Path file, Writing<T> writing) {
        Path target = target(file);
        Path part = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            T written = writing.write(part);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return written;
        } catch (IOException e) {
            throw unwritable(file, e);
        } finally {
            remove(part);
        }
    }

    private static Path target(Path file) {
        if (Files.isDirectory(file)) {
            throw StewardException.refused(file + " is a folder; nothing was written.", "Name a file in it.");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw StewardException.refused(file + " is not a file that can be replaced; nothing was written.", "Name another file.");
        }
        Path folder = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw StewardException.refused("There is no folder " + folder + "; nothing was written.", "Make it, or name another one.");
        }
        try {
            return Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static void remove(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static StewardException unwritable(Path file, IOException e) {
        boolean forbidden = e instanceof AccessDeniedException;
        return new StewardException(StewardException.Kind.REFUSED, file + " could not be written; there is no half file left.",
                forbidden ? "Choose a folder that you may write to." : "Check that there is space left, or choose another folder.", e);
    }
}
