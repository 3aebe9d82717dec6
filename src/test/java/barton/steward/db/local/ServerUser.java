package barton.steward.db.local;

import barton.steward.config.Folders;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/// Another process that uses a home's server: joins, says so, and leaves when its input ends.
final class ServerUser {
    private ServerUser() {
    }

    /// @param args the home, the cache, the grace in milliseconds, the place that every account can reach, a statement
    public static void main(String[] args) throws Exception {
        var home = Folders.below(Path.of(args[0]));
        var folders = new Folders(home.config(), home.data(), home.state(), Path.of(args[1]));
        var options = new LocalOptions(Duration.ofMillis(Long.parseLong(args[2])), true, Path.of(args[3]));
        try (var server = LocalServer.join(folders, options, System.out::println);
                var connection = Trial.connect(server); var statement = connection.createStatement()) {
            statement.execute(args[4]);
            System.out.println("ready");
            waitForTheEnd();
        }
    }

    private static void waitForTheEnd() throws IOException {
        while (System.in.read() >= 0) {
        }
    }
}
