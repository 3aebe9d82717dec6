package barton.steward;

import barton.steward.config.Folders;
import barton.steward.db.local.LocalServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// A home with a local database of its own, which is gone when it is closed.
final class ThrowAwayHome implements AutoCloseable {
    private final Path folder;
    private final Map<String, String> environment;

    private ThrowAwayHome(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    /// @param usual the environment of this process, of which neither home nor database is used
    static ThrowAwayHome make(Map<String, String> usual) {
        try {
            Path folder = Files.createTempDirectory("steward-home");
            return new ThrowAwayHome(folder, environment(usual, Map.of("STEWARD_HOME", folder.toString())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same below a folder in which what can be made again stays, for the next such home.
    static ThrowAwayHome makeIn(Path parent, Map<String, String> usual) {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(parent.toAbsolutePath()), "home");
            String home = folder.toString();
            return new ThrowAwayHome(folder, environment(usual, Map.of("XDG_CONFIG_HOME", home, "XDG_DATA_HOME", home,
                    "XDG_STATE_HOME", home, "XDG_CACHE_HOME", folder.resolveSibling("cache").toString())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> environment(Map<String, String> usual, Map<String, String> own) {
        var environment = new HashMap<>(usual);
        environment.keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("STEWARD_"));
        environment.putAll(own);
        return environment;
    }

    Path folder() {
        return folder;
    }

    /// An environment in which this home is the home.
    Map<String, String> environment() {
        return environment;
    }

    Folders folders() {
        return Folders.of(environment);
    }

    @Override
    public void close() {
        LocalServer.discard(folders());
        try (var all = Files.walk(folder)) {
            for (Path path : all.toList().reversed()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
