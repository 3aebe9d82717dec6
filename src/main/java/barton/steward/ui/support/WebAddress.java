package barton.steward.ui.support;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What a field holds, as the address of a web page.
public final class WebAddress {
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int LONGEST = 2_000;

    private WebAddress() {
    }

    /// The address, with `https` where none is named; empty for whatever is none that is safe to open: other schemes, names of users before
    /// the host, hosts without a dot.
    public static Optional<URI> of(String text) {
        String typed = text == null ? "" : text.strip();
        if (typed.isEmpty() || typed.length() > LONGEST || typed.chars().anyMatch(c -> c <= ' ' || c == '"' || c == '\\')) {
            return Optional.empty();
        }
        String whole = typed.startsWith("//") ? "https:" + typed : typed.contains("://") ? typed : "https://" + typed;
        try {
            URI address = new URI(whole);
            String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
            String host = address.getHost();
            boolean safe = SCHEMES.contains(scheme) && host != null && host.contains(".") && !host.startsWith("[")
                    && address.getUserInfo() == null;
            return safe ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
