package barton.steward.config;

import java.util.Arrays;
import java.util.Optional;

/// How much a connection insists on encryption and on who the server is; the names are those of libpq.
public enum SslMode {
    DISABLE, ALLOW, PREFER, REQUIRE, VERIFY_CA, VERIFY_FULL;

    /// As it is written in addresses, such as `verify-full`.
    public String text() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    static Optional<SslMode> parse(String text) {
        return Arrays.stream(values()).filter(m -> m.text().equals(text)).findFirst();
    }
}
