package barton.steward.service.email.online;

import barton.steward.config.Hosts;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// The address of a call, with its placeholders.
final class ServiceAddress {
    private ServiceAddress() {
    }

    /// Whether a key may be sent there: not in clear over the network.
    static boolean isUsable(String template) {
        try {
            URI uri = filled(template, "key", "a@b.example");
            return uri.getHost() != null && uri.getUserInfo() == null
                    && ("https".equalsIgnoreCase(uri.getScheme())
                    || "http".equalsIgnoreCase(uri.getScheme()) && Hosts.isHere(uri.getHost()));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    static URI filled(String template, String key, String email) {
        return URI.create(template.replace("{key}", encoded(key)).replace("{email}", encoded(email)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
