package barton.steward.service.email.online;

import barton.steward.config.Secret;
import barton.steward.model.Work;
import barton.steward.service.email.online.ServiceDescription.Call;
import barton.steward.service.email.online.ServiceDescription.Fault;
import barton.steward.service.email.online.ServiceDescription.Kind;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Speaks to a verification service as its description says. The key leaves this class in requests alone: where an answer repeats it, it is
/// blotted out.
final class ServiceClient implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration CONNECTING = Duration.ofSeconds(15);
    /// What was sent may be paid for, so that a cancel waits so long for its answer; below what a program is given to end.
    private static final int LAST_SECONDS = 8;
    private static final int LARGEST_ANSWER = 16_000_000;
    private static final int LONGEST_TEXT = 200;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY = 429;

    private final ServiceDescription service;
    private final Secret key;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECTING).followRedirects(HttpClient.Redirect.NEVER).build();

    ServiceClient(ServiceDescription service, Secret key) {
        this.service = service;
        this.key = key;
    }

    /// Asks about addresses, in one call.
    Reply check(List<String> addresses) {
        return call(service.check(), addresses, answer -> {
            List<Reply.Result> results = results(answer, addresses);
            return results.isEmpty() ? new Reply.Failed("answered, but with no result that is understood" + said(answer))
                    : new Reply.Results(results);
        });
    }

    /// Asks what is left of the account; a reply of one result, whose score are the credits.
    Reply credits() {
        return call(service.credits().call(), List.of(), answer -> {
            List<BigDecimal> left = service.credits().at().stream().flatMap(at -> Places.find(answer, at).stream())
                    .map(ServiceClient::number).flatMap(Optional::stream).toList();
            if (left.isEmpty()) {
                return new Reply.Failed("did not say how many credits are left" + said(answer));
            }
            BigDecimal sum = left.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            return sum.signum() < 0 ? refusal(Kind.KEY) : new Reply.Results(List.of(new Reply.Result("", "", sum)));
        });
    }

    private interface Understanding {
        Reply of(JsonNode answer);
    }

    private Reply call(Call call, List<String> addresses, Understanding understanding) {
        HttpResponse<byte[]> response;
        try {
            response = send(new Requests(key).of(call, addresses, service.timeoutSeconds()));
        } catch (ConnectException | HttpConnectTimeoutException | SSLException _) {
            return new Reply.Unreached("could not be reached securely");
        } catch (IOException _) {
            return new Reply.Lost("gave no whole answer in time");
        }
        JsonNode answer;
        try {
            answer = JSON.readTree(response.body());
        } catch (JacksonException _) {
            answer = JSON.missingNode();
        }
        return of(response, answer, understanding);
    }

    private Reply of(HttpResponse<?> response, JsonNode answer, Understanding understanding) {
        int status = response.statusCode();
        for (Fault fault : service.faults()) {
            if (Places.find(answer, fault.at()).stream().anyMatch(fault::fits)) {
                return switch (fault.means()) {
                    case KEY, CREDITS -> refusal(fault.means());
                    case BUSY -> new Reply.Busy("is busy", RetryAfter.of(response));
                    case FAILED -> new Reply.Failed("could not check" + said(answer));
                };
            }
        }
        return switch (status / 100) {
            case 2 -> answer.isMissingNode() ? new Reply.Lost("gave half an answer") : understanding.of(answer);
            case 5 -> new Reply.Busy("answered " + status, RetryAfter.of(response));
            default -> switch (status) {
                case 401, 403 -> refusal(Kind.KEY);
                case 402 -> refusal(Kind.CREDITS);
                case REQUEST_TIMEOUT, TOO_MANY -> new Reply.Busy("answered " + status, RetryAfter.of(response));
                default -> new Reply.Refused("answered " + status + said(answer), "Its description may be out of date.");
            };
        };
    }

    private static Reply refusal(Kind kind) {
        return kind == Kind.KEY ? new Reply.Refused("does not take the key", "Check the key.")
                : new Reply.Refused("has no credits left for this key, or does not take it", "Buy credits, or check the key.");
    }

    /// What the service says of a fault, where that is a sentence.
    private String said(JsonNode answer) {
        return List.of("message", "error", "errors.error").stream().flatMap(at -> Places.find(answer, at).stream())
                .filter(t -> !t.isBlank()).findFirst().map(t -> ": " + plain(t)).orElse("");
    }

    private String plain(String text) {
        String clean = text.replace(key.reveal(), "***").replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return clean.length() > LONGEST_TEXT ? clean.substring(0, LONGEST_TEXT) + "…" : clean;
    }

    private List<Reply.Result> results(JsonNode answer, List<String> asked) {
        var results = new ArrayList<Reply.Result>();
        var places = service.answer();
        for (JsonNode one : places.list() == null ? List.of(answer) : Places.nodes(answer, places.list())) {
            String email = places.email() == null ? asked.getFirst() : Places.text(one, places.email());
            String word = plain(Places.text(one, places.result()));
            if (!email.isBlank() && !word.isEmpty()) {
                Optional<BigDecimal> score = Optional.ofNullable(places.score()).flatMap(at -> number(Places.text(one, at)))
                        .map(n -> n.multiply(BigDecimal.valueOf(100)).divide(places.bestScore(), MathContext.DECIMAL32))
                        .filter(n -> n.signum() >= 0 && n.compareTo(BigDecimal.valueOf(100)) <= 0);
                results.add(new Reply.Result(email.strip(), service.meaning(word), score.orElse(null)));
            }
        }
        return results;
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return Optional.of(new BigDecimal(text.strip()));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> reply =
                client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER));
        try (var _ = Work.onCancel(() -> reply.orTimeout(LAST_SECONDS, TimeUnit.SECONDS))) {
            return reply.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause().getClass().getSimpleName());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    /// The texts of requests.
    private record Requests(Secret key) {
        HttpRequest of(Call call, List<String> addresses, int timeoutSeconds) {
            String first = addresses.isEmpty() ? "" : addresses.getFirst();
            var request = HttpRequest.newBuilder(ServiceAddress.filled(call.url(), key.reveal(), first))
                    .timeout(Duration.ofSeconds(timeoutSeconds)).header("Accept", "application/json");
            call.headers().forEach((name, value) -> request.header(name, value.replace("{key}", key.reveal())));
            if (call.body() == null) {
                return request.method(call.method(), HttpRequest.BodyPublishers.noBody()).build();
            }
            String body = JSON.writeValueAsString(Bodies.filled(call.body(), key.reveal(), addresses));
            return request.header("Content-Type", "application/json; charset=utf-8")
                    .method(call.method(), HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8)).build();
        }
    }
}
