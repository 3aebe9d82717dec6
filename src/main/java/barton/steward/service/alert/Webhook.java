package barton.steward.service.alert;

import barton.steward.config.Hosts;
import barton.steward.config.Secret;
import barton.steward.model.StewardException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// A place on the web that takes messages as Slack does. Its address is a secret: whoever knows it can write there.
public final class Webhook {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int TRIES = 3;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Secret address;
    private final String host;

    private Webhook(Secret address, String host) {
        this.address = address;
        this.host = host;
    }

    /// @throws StewardException of kind REFUSED where that is no address on the web, or would be sent in clear over the network
    public static Webhook at(String address) {
        URI uri;
        try {
            uri = URI.create(address.strip());
        } catch (IllegalArgumentException _) {
            // Its message repeats the address.
            throw unusable();
        }
        boolean secure = "https".equalsIgnoreCase(uri.getScheme());
        if (uri.getHost() == null || !secure && !("http".equalsIgnoreCase(uri.getScheme()) && Hosts.isHere(uri.getHost()))) {
            throw unusable();
        }
        return new Webhook(Secret.of(address.strip()), uri.getHost());
    }

    private static StewardException unusable() {
        return StewardException.refused("STEWARD_WEBHOOK is no address that messages can be sent to.", "It begins with https://.");
    }

    /// Sends a message and waits until it was taken; a place that is busy is asked again.
    /// @return where it went, without what is secret
    public String send(String title, String text) {
        String body = new JsonMapper().writeValueAsString(Map.of("text", "*" + escaped(title) + "*\n" + escaped(text)));
        HttpRequest request = HttpRequest.newBuilder(URI.create(address.reveal())).timeout(PATIENCE)
                .header("Content-Type", "application/json; charset=utf-8").POST(HttpRequest.BodyPublishers.ofString(body)).build();
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).followRedirects(HttpClient.Redirect.NEVER).build()) {
            HttpResponse<Void> response = client.send(request, HttpResponse.BodyHandlers.discarding());
            for (int n = 1; n < TRIES && busy(response.statusCode()); n++) {
                Thread.sleep(pause(response));
                response = client.send(request, HttpResponse.BodyHandlers.discarding());
            }
            if (response.statusCode() / 100 != 2) {
                throw failed("answered " + response.statusCode());
            }
            return host;
        } catch (IOException _) {
            throw failed("could not be reached, or broke off");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw failed("was not waited for");
        }
    }

    private static boolean busy(int status) {
        return status == 429 || status >= 502 && status <= 504;
    }

    private static Duration pause(HttpResponse<?> response) {
        Duration asked = response.headers().firstValue("Retry-After").filter(s -> s.matches("\\d{1,4}")).map(Long::parseLong)
                .map(Duration::ofSeconds).orElse(Duration.ofSeconds(1));
        return asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked;
    }

    private StewardException failed(String how) {
        return StewardException.refused("The webhook at " + host + " " + how + ".",
                "Nothing counts as told; the next check sends it again.");
    }

    /// What would be markup there.
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
