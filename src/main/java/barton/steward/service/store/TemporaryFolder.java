package barton.steward.service.store;

import barton.steward.service.export.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A folder that only its owner can read, and that is gone afterwards with what is in it.
public final class TemporaryFolder {
    private static final String PREFIX = "steward-";

    private TemporaryFolder() {
    }

    /// What is done with it.
    public interface Use<T> {
        T with(Path folder) throws IOException;
    }

    /// @throws barton.steward.model.StewardException of kind REFUSED where there is no room, or no such folder can be made
    public static <T> T use(Use<T> use) {
        try {
            Path folder = Files.createTempDirectory(PREFIX);
            try {
                return use.with(folder);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw WholeFile.unwritable(Path.of(System.getProperty("java.io.tmpdir")), e);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.toList().reversed();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }
}
