package barton.steward.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Where a database is and how to get in. The hosts are tried in their order. `parameters` holds further settings by their
/// libpq names (`channel_binding`, `sslrootcert`, `connect_timeout` …), those that [ConnectionSource] knows.
/// `local` is the application's own database. Its text holds no password.
public record ConnectionSettings(List<Host> hosts, String database, String user, Secret password, SslMode sslMode,
                                 Map<String, String> parameters, boolean local) {
    /// The parameter of an address that is ours and not libpq's: from what kind of server tables are read.
    static final String READS = "steward_reads";
    /// Nobody's address can name this one.
    private static final String SERVER = "cluster_name";

    /// A server's name or address (an IPv6 address without brackets) and its port.
    public record Host(String name, int port) {
        /// Whether it is this machine, so that nobody stands between.
        public boolean loopback() {
            return name.equals("localhost") || name.startsWith("127.") || name.equals("::1");
        }

        @Override
        public String toString() {
            return (name.contains(":") ? "[" + name + "]" : name) + ":" + port;
        }
    }

    public ConnectionSettings {
        hosts = List.copyOf(hosts);
        parameters = Map.copyOf(parameters);
    }

    /// The application's own database, which listens on this machine only. It lets in by SCRAM alone, so whoever else sits at its port
    /// learns no password.
    /// @param server the name that the server goes by; empty where it has none
    public static ConnectionSettings local(int port, String database, String user, Secret password, Optional<String> server) {
        var parameters = new HashMap<>(Map.of("require_auth", "scram-sha-256"));
        server.ifPresent(name -> parameters.put(SERVER, name));
        return new ConnectionSettings(List.of(new Host("127.0.0.1", port)), database, user, password, SslMode.DISABLE, parameters, true);
    }

    /// The name of the one server that is meant, by whatever port it is reached; empty where any will do.
    public Optional<String> server() {
        return Optional.ofNullable(parameters.get(SERVER));
    }

    /// What the steward reads as the connection's name, without a secret.
    public String label() {
        return local ? "Local database" : database + " as " + user + " on "
                + hosts.stream().map(Host::name).distinct().collect(Collectors.joining(", "));
    }

    /// The servers as `host:port`, for error messages.
    public String address() {
        return hosts.stream().map(Host::toString).collect(Collectors.joining(", "));
    }

    /// The way to the standbys among the hosts, where tables are to be read from them. No standby is waited for as long as a primary.
    public Optional<ConnectionSettings> standbys() {
        if (!"standby".equals(parameters.get(READS))) {
            return Optional.empty();
        }
        var theirs = new HashMap<>(parameters);
        theirs.put(ConnectionParameters.TARGET, "standby");
        theirs.putIfAbsent("connect_timeout", "3");
        return Optional.of(new ConnectionSettings(hosts, database, user, password, sslMode, theirs, local));
    }

    /// Whether a transaction pooler stands in front, which migrations cannot go through.
    public boolean pooled() {
        return "true".equals(parameters.get("pgbouncer"))
                || hosts.stream().anyMatch(h -> h.name().contains("-pooler.") || h.name().contains(".pooler."));
    }
}
