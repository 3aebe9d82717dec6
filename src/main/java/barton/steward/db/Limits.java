package barton.steward.db;

import java.time.Duration;

/// How long to wait for a database. The server's own limit on long work is shorter than the socket's, so that it gives up first.
record Limits(Duration patience, Duration socket, Duration query, Duration longSocket, Duration longQuery, Duration cancelGrace) {
    static final Limits USUAL = new Limits(Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(50),
            Duration.ofMinutes(32), Duration.ofMinutes(30), Duration.ofSeconds(5));
}
