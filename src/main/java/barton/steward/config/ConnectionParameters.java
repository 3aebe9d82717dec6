package barton.steward.config;

import barton.steward.config.ConnectionSettings.Host;
import barton.steward.model.StewardException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The parameters of libpq that this program understands, and what they come to.
final class ConnectionParameters {
    static final String TARGET = "target_session_attrs";

    private static final Set<String> IDENTITY = Set.of("host", "port", "dbname", "user", "password", "sslmode", "passfile", "service");
    /// Understood and passed on, with the values that are allowed; none named means any.
    private static final Map<String, Set<String>> PASSED = Map.ofEntries(
            Map.entry("application_name", Set.of()), Map.entry("options", Set.of()), Map.entry("require_auth", Set.of()),
            Map.entry("sslrootcert", Set.of()), Map.entry("sslcert", Set.of()), Map.entry("sslkey", Set.of()),
            Map.entry("connect_timeout", Set.of()),
            Map.entry("channel_binding", Set.of("disable", "prefer", "require")),
            Map.entry("gssencmode", Set.of("disable", "prefer", "require")),
            Map.entry("load_balance_hosts", Set.of("disable", "random")),
            Map.entry("pgbouncer", Set.of("true", "false")),
            Map.entry("sslnegotiation", Set.of("postgres", "direct")),
            Map.entry(ConnectionSettings.READS, Set.of("primary", "standby")),
            Map.entry(TARGET, Set.of("any", "read-write", "read-only", "primary", "standby", "prefer-standby")));
    /// Understood, and of no consequence here: the driver keeps connections alive and speaks UTF-8 anyway.
    private static final Set<String> WITHOUT_EFFECT = Set.of("client_encoding", "fallback_application_name", "keepalives",
            "keepalives_idle", "keepalives_interval", "keepalives_count", "tcp_user_timeout");
    private static final List<String> UNSUPPORTED = List.of("PGSSLCRL", "PGSSLCRLDIR", "PGSSLMINPROTOCOLVERSION", "PGREQUIREPEER");
    private static final Map<String, String> VARIABLES = Map.ofEntries(
            Map.entry("PGHOST", "host"), Map.entry("PGHOSTADDR", "hostaddr"), Map.entry("PGPORT", "port"),
            Map.entry("PGDATABASE", "dbname"), Map.entry("PGUSER", "user"), Map.entry("PGPASSWORD", "password"),
            Map.entry("PGPASSFILE", "passfile"),
            Map.entry("PGSERVICE", "service"), Map.entry("PGSSLMODE", "sslmode"), Map.entry("PGSSLROOTCERT", "sslrootcert"),
            Map.entry("PGSSLCERT", "sslcert"), Map.entry("PGSSLKEY", "sslkey"), Map.entry("PGSSLNEGOTIATION", "sslnegotiation"),
            Map.entry("PGAPPNAME", "application_name"), Map.entry("PGOPTIONS", "options"), Map.entry("PGGSSENCMODE", "gssencmode"),
            Map.entry("PGCHANNELBINDING", "channel_binding"), Map.entry("PGCONNECT_TIMEOUT", "connect_timeout"),
            Map.entry("PGREQUIREAUTH", "require_auth"), Map.entry("PGTARGETSESSIONATTRS", TARGET),
            Map.entry("PGLOADBALANCEHOSTS", "load_balance_hosts"), Map.entry("STEWARD_READS", ConnectionSettings.READS));
    /// What a server has to be that is written to.
    private static final Set<String> WRITABLE = Set.of("any", "read-write", "primary");

    private ConnectionParameters() {
    }

    static boolean known(String name) {
        return IDENTITY.contains(name) || PASSED.containsKey(name) || WITHOUT_EFFECT.contains(name);
    }

    static StewardException unknown(String name) {
        return ConnectionSource.wrong(name.matches("\\w{1,60}") ? "the parameter “" + name + "” is not known."
                : "it has a parameter that is not known.");
    }

    static Map<String, String> fromEnvironment(Map<String, String> environment) {
        var parameters = new HashMap<String, String>();
        VARIABLES.forEach((variable, name) -> ConnectionSource.value(environment, variable).ifPresent(v -> parameters.put(name, v)));
        return parameters;
    }

    static ConnectionSettings settings(Map<String, String> all, Map<String, String> environment) {
        refuseUnsupported(environment);
        List<Host> hosts = hosts(all.getOrDefault("host", all.getOrDefault("hostaddr", "localhost")), all.getOrDefault("port", "5432"));
        String user = all.getOrDefault("user", login(environment));
        String database = all.getOrDefault("dbname", user);
        Map<String, String> passed = passed(all, environment);
        reads(passed, hosts);
        SslMode mode = sslMode(all, passed, hosts);
        Secret password = Optional.ofNullable(all.get("password")).map(Secret::of)
                .orElseGet(() -> PasswordFile.of(all, environment).password(hosts, database, user));
        return new ConnectionSettings(hosts, database, user, password, mode, passed, false);
    }

    /// Settings of security that this program cannot keep are not passed over in silence.
    private static void refuseUnsupported(Map<String, String> environment) {
        for (String variable : UNSUPPORTED) {
            if (ConnectionSource.value(environment, variable).isPresent()) {
                throw ConnectionSource.wrong("the variable " + variable + " is set, which this program cannot follow."
                        + " Unset it for steward.");
            }
        }
    }

    private static String login(Map<String, String> environment) {
        return ConnectionSource.value(environment, "USER").or(() -> ConnectionSource.value(environment, "USERNAME"))
                .orElseGet(() -> System.getProperty("user.name"));
    }

    private static Map<String, String> passed(Map<String, String> all, Map<String, String> environment) {
        var passed = new HashMap<String, String>();
        PASSED.forEach((name, allowed) -> {
            String value = all.get(name);
            if (value != null && !allowed.isEmpty() && !allowed.contains(value)) {
                throw ConnectionSource.wrong(name + " has to be one of " + String.join(", ", allowed.stream().sorted().toList()) + ".");
            }
            if (value != null) {
                passed.put(name, value);
            }
        });
        if (!passed.getOrDefault("connect_timeout", "0").matches("\\d{1,6}")) {
            throw ConnectionSource.wrong("connect_timeout has to be a number of seconds.");
        }
        authority(passed, environment);
        return passed;
    }

    /// Who reads from a standby writes to the primary, whichever of the hosts that is now.
    private static void reads(Map<String, String> passed, List<Host> hosts) {
        if (!"standby".equals(passed.get(ConnectionSettings.READS))) {
            return;
        }
        if (hosts.size() < 2) {
            throw ConnectionSource.wrong(ConnectionSettings.READS + "=standby needs the primary and a standby as its hosts: host1,host2.");
        }
        if (!WRITABLE.contains(passed.getOrDefault(TARGET, "any"))) {
            throw ConnectionSource.wrong(ConnectionSettings.READS + "=standby writes to the primary, so " + TARGET
                    + " has to be primary or left out.");
        }
        passed.put(TARGET, "primary");
    }

    /// As in libpq: `sslrootcert`, else `~/.postgresql/root.crt`; without either, what the system trusts.
    private static void authority(Map<String, String> passed, Map<String, String> environment) {
        String given = passed.get("sslrootcert");
        if ("system".equals(given)) {
            passed.remove("sslrootcert");
        } else if (given != null && !Files.isReadable(Path.of(given))) {
            throw ConnectionSource.wrong("the file of sslrootcert cannot be read.");
        } else if (given == null) {
            ConnectionSource.value(environment, "HOME").map(h -> Path.of(h, ".postgresql", "root.crt")).filter(Files::isReadable)
                    .ifPresent(f -> passed.put("sslrootcert", f.toString()));
        }
    }

    private static SslMode sslMode(Map<String, String> all, Map<String, String> passed, List<Host> hosts) {
        String given = all.get("sslmode");
        String authority = all.get("sslrootcert");
        if (given == null) {
            return authority == null && hosts.stream().allMatch(Host::loopback) ? SslMode.PREFER : SslMode.VERIFY_FULL;
        }
        SslMode mode = SslMode.parse(given).orElseThrow(() -> ConnectionSource.wrong(
                "sslmode has to be one of disable, allow, prefer, require, verify-ca, verify-full."));
        if ("system".equals(authority) && mode != SslMode.VERIFY_FULL) {
            throw ConnectionSource.wrong("sslrootcert=system needs sslmode=verify-full.");
        }
        return mode == SslMode.REQUIRE && passed.containsKey("sslrootcert") ? SslMode.VERIFY_CA : mode;
    }

    private static List<Host> hosts(String names, String ports) {
        String[] name = names.split(",", -1);
        String[] port = ports.split(",", -1);
        if (port.length != 1 && port.length != name.length) {
            throw ConnectionSource.wrong("it names " + name.length + (name.length == 1 ? " host" : " hosts") + " and " + port.length
                    + " ports. Give one port for all of them, or one for each.");
        }
        var hosts = new ArrayList<Host>();
        for (int i = 0; i < name.length; i++) {
            hosts.add(new Host(host(name[i]), port(port[port.length == 1 ? 0 : i])));
        }
        return hosts;
    }

    private static String host(String name) {
        if (name.startsWith("/") || name.startsWith("@")) {
            throw ConnectionSource.wrong("it names a socket file, which this program cannot use; give a host name such as localhost.");
        }
        if (!name.matches("[\\w.-]*|[0-9a-fA-F:.]+(%\\w+)?")) {
            throw ConnectionSource.wrong("a host name in it is not a host name. In a password write %40 for @, %3A for : and %2F for /.");
        }
        return name.isEmpty() ? "localhost" : name;
    }

    private static int port(String text) {
        if (!text.matches("\\d{0,5}") || !text.isEmpty() && (Integer.parseInt(text) < 1 || Integer.parseInt(text) > 65535)) {
            throw ConnectionSource.wrong("a port in it is not a number from 1 to 65535.");
        }
        return text.isEmpty() ? 5432 : Integer.parseInt(text);
    }
}
