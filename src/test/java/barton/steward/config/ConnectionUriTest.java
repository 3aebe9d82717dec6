package barton.steward.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import barton.steward.config.ConnectionSettings.Host;
import barton.steward.model.StewardException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionUriTest {
    private static final String TARGET = ConnectionParameters.TARGET;
    private static final Map<String, String> ENVIRONMENT = Map.of("USER", "login");

    @Test
    void providersAddressIsUnderstoodWhole() {
        assertThat(parse("postgresql://ann:s3cret@ep-cool-1-pooler.eu.neon.tech/Marketing%20DB?sslmode=require&channel_binding=require"))
                .isEqualTo(new ConnectionSettings(List.of(new Host("ep-cool-1-pooler.eu.neon.tech", 5432)), "Marketing DB", "ann",
                        Secret.of("s3cret"), SslMode.REQUIRE, Map.of("channel_binding", "require"), false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            postgres://h                                          | login@h:5432/login            | verify-full
            postgresql://                                         | login@localhost:5432/login    | prefer
            postgresql:///db                                      | login@localhost:5432/db       | prefer
            postgresql://h:6432/db                                | login@h:6432/db               | verify-full
            postgresql://ann@h/db                                 | ann@h:5432/db                 | verify-full
            postgresql://ann@/db?host=h&port=1                    | ann@h:1/db                    | verify-full
            postgresql://ann:@h/db                                | ann@h:5432/db                 | verify-full
            postgresql://a%40b%3Ac@h/d%2Fe                        | a@b:c@h:5432/d/e              | verify-full
            postgresql://[2001:db8::1]:5433/db                    | login@[2001:db8::1]:5433/db   | verify-full
            postgresql://[::1]/db                                 | login@[::1]:5432/db           | prefer
            postgresql://127.0.0.1/db                             | login@127.0.0.1:5432/db       | prefer
            postgresql://h1:1,h2:2/db                             | login@h1:1, h2:2/db           | verify-full
            postgresql://h1,h2:2/db                               | login@h1:5432, h2:2/db        | verify-full
            postgresql://localhost,h2/db                          | login@localhost:5432, h2:5432/db | verify-full
            postgresql://ann@localhost:1,127.0.0.1:2/db           | ann@localhost:1, 127.0.0.1:2/db | prefer
            postgresql://h1,h2,h3/db?port=6432                    | login@h1:6432, h2:6432, h3:6432/db | verify-full
            postgresql://[::1]:1,h2:2/db                          | login@[::1]:1, h2:2/db        | verify-full
            postgresql://h/db?dbname=other&user=bob               | bob@h:5432/other              | verify-full
            postgresql://h?sslmode=disable                        | login@h:5432/login            | disable
            postgresql://h/db?ssl=true                            | login@h:5432/db               | require
            postgresql://localhost/db?sslmode=verify-full         | login@localhost:5432/db       | verify-full
            jdbc:postgresql://h:6432/db?user=ann&ssl=true         | ann@h:6432/db                 | verify-full
            " postgresql://h/db "                                 | login@h:5432/db               | verify-full
            """)
    void missingPartsAreLibpqs(String uri, String identity, String sslMode) {
        ConnectionSettings settings = parse(uri);
        assertThat(settings.user() + "@" + settings.address() + "/" + settings.database()).isEqualTo(identity);
        assertThat(settings.sslMode().text()).isEqualTo(sslMode);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            postgresql://ann:p%40ss%2Fw%3F%25%23@h/db | p@ss/w?%#
            postgresql://ann:p@ss@h/db                | p@ss
            postgresql://ann:p:ss@h/db                | p:ss
            postgresql://ann:p?s#s@h/db               | p?s#s
            postgresql://ann:p+s@h/db                 | p+s
            postgresql://ann:%C3%A9%E2%82%AC@h/db     | é€
            postgresql://ann:é€@h/db                  | é€
            postgresql://h/db?password=p%26s          | p&s
            """)
    void passwordIsReadAsWritten(String uri, String password) {
        assertThat(parse(uri).password()).isEqualTo(Secret.of(password));
    }

    @Test
    void everySettingSurvivesItsWayThroughAnAddress() {
        var random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            String user = text(random);
            String password = text(random);
            String database = text(random);
            String application = text(random);
            int port = 1 + random.nextInt(65535);
            String uri = "postgresql://" + encode(user) + ":" + encode(password) + "@db.example.org:" + port + "/" + encode(database)
                    + "?application_name=" + encode(application) + "&sslmode=require";
            assertThat(parse(uri)).isEqualTo(new ConnectionSettings(List.of(new Host("db.example.org", port)), database, user,
                    Secret.of(password), SslMode.REQUIRE, Map.of("application_name", application), false));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "canary", "mysql://ann:canary@h/db", "http://canary", "jdbc:postgresql:canary", "postgresql:ann:canary@h",
        "postgresql://ann:can/canary@h/db", "postgresql://ann:123/canary@h/db", "postgresql://ann:x@y/canary@h/db",
        "postgresql://ann:p@s?canary=1@h/db", "postgresql://ann:p@s?canary@h", "postgresql://ann:1/x?canary=1@h/db",
        "postgresql://ann:canary@[::1/db", "postgresql://ann:canary", "postgresql://ann:canary%zz@h/db", "postgresql://ann:canary%4",
        "postgresql://ann:canary%00@h/db", "postgresql://ann:canary%ff@h/db", "postgresql://ann:canary@h:99999/db",
        "postgresql://ann:canary@h:x/db", "postgresql://ann:canary@h:0/db", "postgresql://ann:canary@h h/db",
        "postgresql://ann:canary@h/db?sslmode=canary", "postgresql://ann:canary@h/db?channel_binding=canary",
        "postgresql://ann:canary@h/db?connect_timeout=canary", "postgresql://ann:canary@h/db?canary", "postgresql://h/db?%63anary%20=1",
        "postgresql://ann:canary@h/db?hostaddr=1", "postgresql://ann:canary@h/db?sslrootcert=/none/canary",
        "postgresql://ann:canary@h/db?sslmode=require&sslrootcert=system", "postgresql://ann:canary@%2Fvar%2Frun/db",
        "postgresql://ann:canary@h1,h2/db?port=1,2,3", "postgresql://ann:canary@h/db?service=canary",
        "postgresql://ann:canary@h/db?target_session_attrs=canary", "postgresql://ann:canary@h1,h2/db?steward_reads=canary",
        "postgresql://ann:canary@h/db?steward_reads=standby", "postgresql://ann:canary@h1:1,h2:canary/db",
        "postgresql://ann:canary@h1,h2,canary!/db", "postgresql://ann:canary@h1,h2/db?steward_reads=standby&target_session_attrs=standby",
        "jdbc:postgresql://h1,h2/db?password=canary&targetServerType=canary"})
    void badAddressIsRefusedWithoutRepeatingIt(String uri) {
        var failure = catchThrowableOfType(StewardException.class, () -> parse(uri));
        assertThat(failure).isNotNull();
        var trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertThat(trace + failure.advice()).doesNotContain("canary");
        assertThat(failure.kind()).isEqualTo(StewardException.Kind.NO_DATABASE);
    }

    @Test
    void unknownParameterIsNamed() {
        assertThat(catchThrowableOfType(StewardException.class, () -> parse("postgresql://ann:canary@h/db?sslmod=require")))
                .hasMessageContaining("“sslmod”");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            postgresql://h1,h2/db?port=1,2,3            | it names 2 hosts and 3 ports
            postgresql://h/db?port=1,2                  | it names 1 host and 2 ports
            postgresql://h/db?steward_reads=standby     | needs the primary and a standby
            postgresql://h1,h2/db?steward_reads=standby&target_session_attrs=prefer-standby | has to be primary or left out
            """)
    void hostsThatDoNotFitTogetherAreTold(String uri, String said) {
        assertThat(catchThrowableOfType(StewardException.class, () -> parse(uri))).hasMessageContaining(said);
    }

    @ParameterizedTest
    @CsvSource({"any,any", "read-write,read-write", "read-only,read-only", "primary,primary", "standby,standby",
        "prefer-standby,prefer-standby"})
    void kindOfServerIsKept(String asked, String kept) {
        assertThat(parse("postgresql://h1,h2/db?target_session_attrs=" + asked).parameters()).containsExactly(Map.entry(TARGET, kept));
    }

    @ParameterizedTest
    @CsvSource({"primary,primary", "secondary,standby", "preferSecondary,prefer-standby", "any,any"})
    void kindOfServerInTheDriversWordsIsUnderstood(String asked, String kept) {
        assertThat(parse("jdbc:postgresql://h1:1,h2:2/db?targetServerType=" + asked).parameters())
                .containsExactly(Map.entry(TARGET, kept));
    }

    @Test
    void whoReadsFromAStandbyWritesToThePrimary() {
        ConnectionSettings settings = parse("postgresql://ann:canary@h1,h2/db?steward_reads=standby");
        ConnectionSettings standbys = settings.standbys().orElseThrow();
        assertThat(settings.parameters()).containsEntry(TARGET, "primary");
        assertThat(standbys.parameters()).containsEntry(TARGET, "standby");
        assertThat(standbys.hosts()).isEqualTo(settings.hosts());
        assertThat(standbys.password()).isEqualTo(Secret.of("canary"));
        assertThat(standbys.toString()).doesNotContain("canary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql://h1,h2/db", "postgresql://h1,h2/db?steward_reads=primary", "postgresql://h/db"})
    void standbysAreNotReadFromUnlessAsked(String uri) {
        assertThat(parse(uri).standbys()).isEmpty();
    }

    @Test
    void connectionNamesAllItsHosts() {
        assertThat(parse("postgresql://ann@h1:1,h2:2,h1:3/db").label()).isEqualTo("db as ann on h1, h2");
    }

    @Test
    void settingsDoNotShowTheirPassword() {
        ConnectionSettings settings = parse("postgresql://ann:canary@db.example.org/Marketing%20DB");
        assertThat(settings.toString() + settings.label() + settings.address()).doesNotContain("canary");
        assertThat(settings.label()).isEqualTo("Marketing DB as ann on db.example.org");
    }

    @ParameterizedTest
    @CsvSource({"ep-x-pooler.eu.neon.tech/db,true", "aws-0-eu.pooler.supabase.com:6543/db,true", "db.example.org/db,false",
        "h/db?pgbouncer=true,true", "'db.example.org,ep-x-pooler.eu.neon.tech/db',true"})
    void poolersAreKnown(String place, boolean pooled) {
        assertThat(parse("postgresql://" + place).pooled()).isEqualTo(pooled);
    }

    private static ConnectionSettings parse(String uri) {
        return ConnectionSource.resolve(Optional.of(uri), ENVIRONMENT).orElseThrow();
    }

    private static String text(Random random) {
        String letters = "aZ09 @:/?#%&=+[],;'\"\\äß€𝄞\n";
        int[] points = letters.codePoints().toArray();
        return IntStream.range(0, 1 + random.nextInt(12)).mapToObj(i -> Character.toString(points[random.nextInt(points.length)]))
                .collect(Collectors.joining());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
