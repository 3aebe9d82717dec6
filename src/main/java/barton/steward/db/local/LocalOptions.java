package barton.steward.db.local;

import java.nio.file.Path;
import java.time.Duration;

/// What differs between a steward's machine and a trial.
/// @param grace how long the server outlives its last user
/// @param namespaces whether user namespaces may be tried, for root
/// @param reachable where an unprivileged account can reach the data of a home that it cannot enter
record LocalOptions(Duration grace, boolean namespaces, Path reachable) {
    static final LocalOptions STANDARD = new LocalOptions(Duration.ofSeconds(60), true, Path.of("/var/lib/barton-steward"));
}
