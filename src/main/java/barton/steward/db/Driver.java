package barton.steward.db;

import barton.steward.config.ConnectionSettings;
import barton.steward.config.SslMode;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.ssl.DefaultJavaSSLFactory;

/// Tells the PostgreSQL driver what the settings say. Statements are never prepared by name on the server, so that a
/// transaction pooler may stand between.
final class Driver {
    private static final Map<String, PGProperty> PARAMETERS = Map.ofEntries(
            Map.entry("application_name", PGProperty.APPLICATION_NAME),
            Map.entry("channel_binding", PGProperty.CHANNEL_BINDING),
            Map.entry("connect_timeout", PGProperty.CONNECT_TIMEOUT),
            Map.entry("gssencmode", PGProperty.GSS_ENC_MODE),
            Map.entry("options", PGProperty.OPTIONS),
            Map.entry("require_auth", PGProperty.REQUIRE_AUTH),
            Map.entry("sslcert", PGProperty.SSL_CERT),
            Map.entry("sslkey", PGProperty.SSL_KEY),
            Map.entry("sslnegotiation", PGProperty.SSL_NEGOTIATION),
            Map.entry("sslrootcert", PGProperty.SSL_ROOT_CERT));
    private static final Map<String, String> SERVER_TYPES = Map.of("any", "any", "read-write", "primary", "primary", "primary",
            "read-only", "secondary", "standby", "secondary", "prefer-standby", "preferSecondary");

    private Driver() {
    }

    /// Fills in a data source that opens a new connection at each call.
    static void prepare(PGSimpleDataSource source, ConnectionSettings settings, Duration socketTimeout) {
        source.setServerNames(settings.hosts().stream().map(ConnectionSettings.Host::name).toArray(String[]::new));
        source.setPortNumbers(settings.hosts().stream().mapToInt(ConnectionSettings.Host::port).toArray());
        source.setDatabaseName(settings.database());
        source.setUser(settings.user());
        source.setPassword(settings.password().reveal());
        source.setSocketTimeout((int) socketTimeout.toSeconds());
        source.setLoginTimeout(15);
        properties(settings).forEach(source::setProperty);
    }

    private static Map<PGProperty, String> properties(ConnectionSettings settings) {
        Map<String, String> given = settings.parameters();
        var properties = new EnumMap<PGProperty, String>(PGProperty.class);
        properties.put(PGProperty.APPLICATION_NAME, "Barton Steward");
        properties.put(PGProperty.CONNECT_TIMEOUT, "10");
        properties.put(PGProperty.CANCEL_SIGNAL_TIMEOUT, "10");
        properties.put(PGProperty.TCP_KEEP_ALIVE, "true");
        properties.put(PGProperty.LOG_SERVER_ERROR_DETAIL, "false");
        properties.put(PGProperty.PREPARE_THRESHOLD, "0");
        properties.put(PGProperty.SSL_MODE, settings.sslMode().text());
        PARAMETERS.forEach((name, property) -> {
            if (given.containsKey(name)) {
                properties.put(property, given.get(name));
            }
        });
        if (given.containsKey("target_session_attrs")) {
            properties.put(PGProperty.TARGET_SERVER_TYPE, SERVER_TYPES.get(given.get("target_session_attrs")));
        }
        if ("random".equals(given.get("load_balance_hosts"))) {
            properties.put(PGProperty.LOAD_BALANCE_HOSTS, "true");
        }
        if (settings.sslMode().compareTo(SslMode.VERIFY_CA) >= 0 && !given.containsKey("sslrootcert")) {
            properties.put(PGProperty.SSL_FACTORY, DefaultJavaSSLFactory.class.getName());
        }
        return properties;
    }
}
