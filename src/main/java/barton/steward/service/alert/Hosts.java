package barton.steward.service.alert;

import java.util.Locale;
import java.util.Set;

/// Where a message goes.
final class Hosts {
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    private Hosts() {
    }

    /// Whether it does not leave this computer.
    static boolean isHere(String host) {
        return HERE.contains(host.toLowerCase(Locale.ROOT));
    }
}
