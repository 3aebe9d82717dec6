package barton.steward.db.local;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Starts a [Watchdog] where none is: apart from our terminal, so that closing it or Ctrl+C there does not end the keeper, and with no
/// stream of ours, so that nothing waits for it.
final class WatchdogLauncher {
    private static final String DETACH = """
            trap "" INT HUP
            if command -v setsid >/dev/null; then exec setsid "$@"; fi
            exec "$@"
            """;

    private WatchdogLauncher() {
    }

    /// Not for two threads or processes at once.
    static void ensure(ServerFiles files, Duration grace) throws IOException {
        if (!Exclusive.isFree(files.keeper())) {
            return;
        }
        var words = new ArrayList<String>();
        if (PrivateFiles.POSIX) {
            words.addAll(List.of("sh", "-c", DETACH, "sh"));
        }
        words.addAll(List.of(java().toString(), "-Xmx16m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto",
                "-cp", ownClasses(), Watchdog.class.getName(), files.folder().toString(), Long.toString(grace.toMillis())));
        var builder = new ProcessBuilder(words).directory(files.folder().toFile()).redirectErrorStream(true)
                .redirectOutput(files.keeperLog().toFile());
        builder.environment().remove("JDK_JAVA_OPTIONS");
        builder.start().getOutputStream().close();
    }

    private static Path java() throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java" + (File.separatorChar == '/' ? "" : ".exe"));
        if (!Files.exists(java)) {
            throw new IOException(java + " is missing; without it nothing would stop the local database.");
        }
        return java;
    }

    private static String ownClasses() throws IOException {
        try {
            return Path.of(Watchdog.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }
}
