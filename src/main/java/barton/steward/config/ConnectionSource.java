package barton.steward.config;

import barton.steward.model.StewardException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds out which database to work on, as `psql` would: an address given, else `STEWARD_DB`, else `PGHOST` or `PGSERVICE`.
/// What an address leaves open comes from its service, then from the other `PG…` variables, then from libpq's defaults.
/// One thing differs from libpq: a server elsewhere has to prove who it is unless `sslmode` says otherwise.
public final class ConnectionSource {
    private static final Pattern WRITTEN_PASSWORD = Pattern.compile("(?i)passw(or)?d\\s*=\\s*[^\\s&]|://[^/@\\s]*:\\S*@");

    private ConnectionSource() {
    }

    /// @param address a PostgreSQL URI from the command line or the steward, if there is one
    /// @param environment the variables of the process, `HOME` among them
    /// @return empty where nothing is configured, so that the local database is meant
    /// @throws StewardException of kind NO_DATABASE where the configuration cannot be understood; it never repeats the address
    public static Optional<ConnectionSettings> resolve(Optional<String> address, Map<String, String> environment) {
        Optional<String> uri = address.or(() -> value(environment, "STEWARD_DB"));
        if (uri.isPresent()) {
            return Optional.of(complete(ConnectionUri.parse(uri.get()), environment));
        }
        if (Stream.of("PGHOST", "PGHOSTADDR", "PGSERVICE").anyMatch(v -> value(environment, v).isPresent())) {
            return Optional.of(complete(Map.of(), environment));
        }
        return Optional.empty();
    }

    /// Whether an address, even one that cannot be used, has a password in it.
    public static boolean hasPassword(String address) {
        try {
            return ConnectionUri.parse(address).containsKey("password");
        } catch (StewardException e) {
            return WRITTEN_PASSWORD.matcher(address).find();
        }
    }

    private static ConnectionSettings complete(Map<String, String> given, Map<String, String> environment) {
        Map<String, String> variables = ConnectionParameters.fromEnvironment(environment);
        var all = new HashMap<>(variables);
        String service = given.getOrDefault("service", variables.get("service"));
        if (service != null) {
            all.putAll(ServiceFile.read(service, environment));
        }
        all.putAll(given);
        return ConnectionParameters.settings(all, environment);
    }

    static Optional<String> value(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(v -> !v.isBlank());
    }

    /// A failure to understand what is configured. What is said never repeats a value that could be a password.
    static StewardException wrong(String what) {
        return new StewardException(StewardException.Kind.NO_DATABASE, "The database address cannot be used: " + what,
                "It looks like postgresql://user:password@host:5432/database?sslmode=verify-full.", null);
    }
}
