package barton.steward.config;

import java.util.Locale;
import java.util.Set;

/// Where what is sent goes.
public final class Hosts {
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    private Hosts() {
    }

    /// Whether it does not leave this computer.
    public static boolean isHere(String host) {
        return HERE.contains(host.toLowerCase(Locale.ROOT));
    }
}
