package barton.steward.config;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads a PostgreSQL URI into libpq's parameters. No failure repeats any part of it but the name of a parameter, and not
/// even that where the name might be a piece of a password that was not percent-encoded.
final class ConnectionUri {
    private static final Map<String, String> JDBC_NAMES = Map.of("ApplicationName", "application_name",
            "channelBinding", "channel_binding", "connectTimeout", "connect_timeout", "loadBalanceHosts", "load_balance_hosts",
            "targetServerType", ConnectionParameters.TARGET);
    private static final Map<String, String> JDBC_SERVERS = Map.of("secondary", "standby", "preferSecondary", "prefer-standby");

    private final Map<String, String> parameters = new HashMap<>();
    private final boolean jdbc;
    private final String text;

    private ConnectionUri(String text, boolean jdbc) {
        this.text = text;
        this.jdbc = jdbc;
    }

    static Map<String, String> parse(String uri) {
        String trimmed = uri.strip();
        boolean jdbc = trimmed.startsWith("jdbc:");
        String plain = jdbc ? trimmed.substring("jdbc:".length()) : trimmed;
        String text = Stream.of("postgresql://", "postgres://").filter(plain::startsWith).map(s -> plain.substring(s.length()))
                .findFirst().orElseThrow(() -> ConnectionSource.wrong("it does not begin with postgresql://."));
        return new ConnectionUri(text, jdbc).read();
    }

    private Map<String, String> read() {
        int at = endOfUser();
        if (at >= 0) {
            user(text.substring(0, at));
        }
        String rest = text.substring(at + 1);
        int question = rest.indexOf('?');
        String place = question < 0 ? rest : rest.substring(0, question);
        int slash = place.indexOf('/');
        hosts(slash < 0 ? place : place.substring(0, slash));
        if (slash >= 0) {
            database(place.substring(slash + 1));
        }
        if (question >= 0) {
            query(rest.substring(question + 1));
        }
        return parameters;
    }

    /// Where the @ before the hosts is, or -1. An @ in the password is understood where it cannot mean anything else.
    private int endOfUser() {
        int slash = text.indexOf('/');
        String before = slash < 0 ? text : text.substring(0, slash);
        int last = before.lastIndexOf('@');
        int question = before.indexOf('?', before.indexOf('@') + 1);
        if (before.indexOf('@') != last && question >= 0 && question < last) {
            throw unencoded();
        }
        return last;
    }

    private void user(String user) {
        int colon = user.indexOf(':');
        put("user", decode(colon < 0 ? user : user.substring(0, colon)));
        if (colon >= 0) {
            put("password", decode(user.substring(colon + 1)));
        }
    }

    private void hosts(String hosts) {
        List<String> names = new ArrayList<>();
        List<String> ports = new ArrayList<>();
        for (String host : hosts.split(",", -1)) {
            int end = host.startsWith("[") ? host.indexOf(']') + 1 : 0;
            if (host.startsWith("[") && end == 0) {
                throw ConnectionSource.wrong("an address that begins with [ has to end with ].");
            }
            int colon = host.indexOf(':', end);
            String name = colon < 0 ? host : host.substring(0, colon);
            names.add(decode(end > 0 ? name.substring(1, name.length() - 1) : name));
            ports.add(decode(colon < 0 ? "" : host.substring(colon + 1)));
        }
        put("host", String.join(",", names));
        if (ports.stream().anyMatch(p -> !p.isEmpty())) {
            put("port", String.join(",", ports));
        }
    }

    private void database(String database) {
        if (database.contains("@") || database.contains("/")) {
            throw unencoded();
        }
        put("dbname", decode(database));
    }

    private void query(String query) {
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals < 0) {
                throw ConnectionSource.wrong("after the ? it needs name=value pairs joined by &.");
            }
            String written = decode(pair.substring(0, equals));
            String name = jdbc ? JDBC_NAMES.getOrDefault(written, written) : written;
            String value = decode(pair.substring(equals + 1));
            if ("ssl".equals(name)) {
                put("sslmode", "true".equals(value) ? jdbc ? "verify-full" : "require" : "disable");
            } else if (ConnectionParameters.known(name)) {
                put(name, jdbc && ConnectionParameters.TARGET.equals(name) ? JDBC_SERVERS.getOrDefault(value, value) : value);
            } else {
                throw query.contains("@") ? unencoded() : ConnectionParameters.unknown(written);
            }
        }
    }

    /// An empty part is one that was left out.
    private void put(String name, String value) {
        Optional.of(value).filter(v -> !v.isEmpty()).ifPresent(v -> parameters.put(name, v));
    }

    private static RuntimeException unencoded() {
        return ConnectionSource.wrong("it holds an @, / or ? in an unexpected place. In a user name, password or database name"
                + " write %40 for @, %2F for /, %3F for ? and %25 for %.");
    }

    private static String decode(String text) {
        var bytes = new ByteArrayOutputStream();
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] == '%') {
                int high = i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
                int low = i + 2 < raw.length ? Character.digit(raw[i + 2], 16) : -1;
                if (high < 0 || low < 0 || high + low == 0) {
                    throw ConnectionSource.wrong("a % in it is not followed by two hexadecimal digits; a plain % is written %25.");
                }
                bytes.write(high * 16 + low);
                i += 2;
            } else {
                bytes.write(raw[i]);
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
        } catch (CharacterCodingException e) {
            throw ConnectionSource.wrong("its percent-encoded letters are not UTF-8.");
        }
    }
}
