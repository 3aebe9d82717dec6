package barton.steward.db.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Where the data of one home lie, and as whom their server runs.
/// @param data PostgreSQL's data folder, whether it is there yet or not
/// @param socket the private folder of the server's socket
/// @param programs the folder of PostgreSQL's programs, which the privileges can reach
record Placement(Path data, Path socket, Path programs, Privileges privileges) {
    /// The words that run one of PostgreSQL's programs here.
    List<String> command(String program, String... arguments) {
        var words = new ArrayList<>(privileges.prefix());
        words.add(programs.resolve(program).toString());
        words.addAll(List.of(arguments));
        return words;
    }

    List<String> stop() {
        return command("pg_ctl", "-D", data.toString(), "-m", "fast", "-w", "-t", "300", "stop");
    }

    /// Gives what we made here to whoever the server runs as.
    void own(Path path) throws IOException {
        if (privileges instanceof Privileges.Account account) {
            account.own(path);
        }
    }
}
