package barton.steward.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A verification service that speaks as ZeroBounce and NeverBounce document it, takes one key and counts credits. What it says of an
/// address is in the address: `catch-all.3@b.example`. Each call can be made to go wrong.
public final class TestService implements AutoCloseable {
    public static final String KEY = "k4n4ry5ecret";
    private static final JsonMapper JSON = new JsonMapper();

    /// How a call goes wrong, or is answered oddly.
    public enum Oddity {
        NONE, SERVER_FAULT, TOO_MANY, TOO_MANY_FOR_LONG, TOO_MANY_FOR_A_WHILE, HALF, SILENT, CUT, FEWER, REVERSED, CAPITALS, STRANGERS,
        TWICE, OUT_OF_CREDITS, THROTTLED, UNAVAILABLE, GENERAL, NOT_JSON, EMPTY_OBJECT, REDIRECT, REPEATS_THE_KEY, FORBIDDEN
    }

    private final HttpServer server;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Deque<Oddity> oddities = new ArrayDeque<>();
    private final List<List<String>> asked = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Integer> paid = new ConcurrentHashMap<>();
    private volatile long credits = 1_000;
    private volatile CountDownLatch reached = new CountDownLatch(1);

    public TestService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v2/validatebatch", this::zeroBounce);
        server.createContext("/v2/getcredits", this::zeroCredits);
        server.createContext("/v4.2/single/check", this::neverBounce);
        server.createContext("/v4.2/account/info", this::neverCredits);
        server.start();
    }

    /// Puts the program's own description of a service into a home, with this server in place of the real one, and without its pauses.
    public void describe(String service, Path home, int addresses) {
        try (var in = TestService.class.getResourceAsStream("/barton/steward/verification/" + service + ".json")) {
            ObjectNode described = (ObjectNode) JSON.readTree(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("https://[a-z.]+\\.net|https://api\\.neverbounce\\.com", address()));
            described.put("calls_per_minute", 6_000).put("pause_seconds", 0).put("timeout_seconds", 2).put("addresses", addresses);
            Path folder = Files.createDirectories(home.resolve("config/verification"));
            Files.writeString(folder.resolve(service + ".json"), described.toString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// How the next calls go, one after the other.
    public void next(Oddity... how) {
        oddities.addAll(Arrays.asList(how));
    }

    public void credits(long left) {
        credits = left;
    }

    public long creditsLeft() {
        return credits;
    }

    /// The addresses of each call that came, those that went wrong among them.
    public List<List<String>> asked() {
        return List.copyOf(asked);
    }

    /// How often an address was answered.
    public int paid(String address) {
        return paid.getOrDefault(address, 0);
    }

    /// Waits until a call has come.
    public void awaitCall() throws InterruptedException {
        reached.await();
        reached = new CountDownLatch(1);
    }

    private void zeroBounce(HttpExchange exchange) throws IOException {
        JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
        List<String> emails = body.get("email_batch").valueStream().map(e -> e.get("email_address").asString()).toList();
        boolean known = KEY.equals(body.get("api_key").asString());
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode batch = answer.putArray("email_batch");
        ArrayNode errors = answer.putArray("errors");
        Oddity oddity = begin(emails);
        if (!known || oddity == Oddity.OUT_OF_CREDITS || credits < emails.size()) {
            errors.addObject().put("error", "Invalid API Key or your account ran out of credits").put("email_address", "all");
        } else {
            for (String email : said(emails, oddity)) {
                batch.addObject().put("address", email).put("status", word(email)).put("sub_status", "").putNull("domain");
            }
        }
        end(exchange, oddity, answer);
    }

    private void zeroCredits(HttpExchange exchange) throws IOException {
        boolean known = KEY.equals(query(exchange).get("api_key"));
        send(exchange, 200, JSON.createObjectNode().put("Credits", known ? Long.toString(credits) : "-1").toString());
    }

    private void neverBounce(HttpExchange exchange) throws IOException {
        Map<String, String> query = query(exchange);
        String email = query.get("email");
        ObjectNode answer = JSON.createObjectNode();
        Oddity oddity = begin(List.of(email));
        String fault = !KEY.equals(query.get("key")) ? "auth_failure" : switch (oddity) {
            case THROTTLED -> "throttle_triggered";
            case UNAVAILABLE -> "temp_unavail";
            case GENERAL, OUT_OF_CREDITS -> "general_failure";
            default -> null;
        };
        if (fault != null) {
            answer.put("status", fault).put("message", oddity == Oddity.OUT_OF_CREDITS ? "Insufficient credit balance" : "It went wrong");
        } else {
            said(List.of(email), oddity);
            answer.put("status", "success").put("result", word(email).replace("-", "")).putArray("flags");
        }
        end(exchange, oddity, answer);
    }

    private void neverCredits(HttpExchange exchange) throws IOException {
        boolean known = KEY.equals(query(exchange).get("key"));
        ObjectNode answer = JSON.createObjectNode().put("status", known ? "success" : "auth_failure");
        if (known) {
            answer.putObject("credits_info").put("paid_credits_remaining", credits - 1).put("free_credits_remaining", 1);
        }
        send(exchange, 200, answer.toString());
    }

    private Oddity begin(List<String> emails) {
        asked.add(emails);
        reached.countDown();
        synchronized (oddities) {
            return oddities.isEmpty() ? Oddity.NONE : oddities.removeFirst();
        }
    }

    private List<String> said(List<String> emails, Oddity oddity) {
        List<String> said = switch (oddity) {
            case FEWER -> emails.subList(1, emails.size());
            case REVERSED -> emails.reversed();
            case CAPITALS -> emails.stream().map(String::toUpperCase).toList();
            case STRANGERS -> {
                var more = new ArrayList<>(emails);
                more.add("valid.stranger@b.example");
                yield more;
            }
            case TWICE -> {
                var more = new ArrayList<>(emails);
                more.addAll(emails);
                yield more;
            }
            default -> emails;
        };
        if (!List.of(Oddity.SERVER_FAULT, Oddity.TOO_MANY, Oddity.TOO_MANY_FOR_LONG,
                Oddity.TOO_MANY_FOR_A_WHILE, Oddity.NOT_JSON, Oddity.EMPTY_OBJECT, Oddity.REDIRECT,
                Oddity.REPEATS_THE_KEY, Oddity.FORBIDDEN).contains(oddity)) {
            emails.forEach(e -> paid.merge(e, 1, Integer::sum));
            credits -= emails.size();
        }
        return said;
    }

    private void end(HttpExchange exchange, Oddity oddity, ObjectNode answer) throws IOException {
        String text = answer.toString();
        switch (oddity) {
            case SERVER_FAULT -> send(exchange, 500, "<html>Oops</html>");
            case TOO_MANY, TOO_MANY_FOR_LONG, TOO_MANY_FOR_A_WHILE -> {
                exchange.getResponseHeaders().set("Retry-After", oddity == Oddity.TOO_MANY ? "0"
                        : oddity == Oddity.TOO_MANY_FOR_LONG ? "3600" : "600");
                send(exchange, 429, "");
            }
            case HALF -> send(exchange, 200, text.substring(0, text.length() / 2));
            case CUT -> {
                exchange.sendResponseHeaders(200, text.length());
                exchange.getResponseBody().write(text.substring(0, 5).getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
                throw new IOException("cut");
            }
            case SILENT -> {
                try {
                    closing.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                exchange.close();
            }
            case NOT_JSON -> send(exchange, 200, "<html>Hello</html>");
            case EMPTY_OBJECT -> send(exchange, 200, "{}");
            case REDIRECT -> {
                exchange.getResponseHeaders().set("Location", address() + "/v2/validatebatch");
                send(exchange, 307, "");
            }
            case REPEATS_THE_KEY -> send(exchange, 400, JSON.createObjectNode().put("message", "Bad key " + KEY + "!").toString());
            case FORBIDDEN -> send(exchange, 403, "{}");
            default -> send(exchange, 200, text);
        }
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private static String word(String email) {
        return email.toLowerCase().replaceAll("[.@].*", "");
    }

    private static Map<String, String> query(HttpExchange exchange) {
        return Arrays.stream(exchange.getRequestURI().getRawQuery().split("&")).map(p -> p.split("=", 2))
                .collect(Collectors.toMap(p -> p[0], p -> URLDecoder.decode(p[1], StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }
}
