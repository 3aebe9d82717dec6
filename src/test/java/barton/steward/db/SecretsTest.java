package barton.steward.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import barton.steward.config.ConnectionSettings;
import barton.steward.config.ConnectionSource;
import barton.steward.model.StewardException;
import barton.steward.model.StewardException.Kind;
import barton.steward.support.Certificate;
import barton.steward.support.Proxy;
import barton.steward.support.TestPostgres;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.LoggerFactory;

/// Who the server has to be, and that the password shows up nowhere when it is not let in or not sent.
class SecretsTest {
    private static final Limits HASTY = new Limits(Duration.ZERO, Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(20),
            Duration.ofSeconds(20), Duration.ZERO);
    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private static final TestPostgres SERVER = TestPostgres.newest();

    @TempDir
    private static Path folder;
    @TempDir
    private static Path elsewhere;
    private static String name;
    private static Certificate ours;
    private static Certificate theirs;
    private static Proxy proxy;
    private static Proxy impostor;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private Level level;

    @BeforeAll
    static void serve() throws Exception {
        var source = (PGSimpleDataSource) SERVER.createDatabase();
        name = source.getDatabaseName();
        Database.over(source).write(h -> h.execute("""
                DO $$ BEGIN CREATE ROLE by_password; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
                DROP ROLE IF EXISTS canary_owner;
                CREATE ROLE canary_owner LOGIN PASSWORD 'right' IN ROLE by_password
                """));
        ours = Certificate.of(folder, "dns:localhost,ip:127.0.0.1");
        theirs = Certificate.of(elsewhere, "dns:other.example.org");
        proxy = Proxy.withTls(SERVER, ours.context());
        impostor = Proxy.withTls(SERVER, theirs.context());
    }

    @AfterAll
    static void stop() throws Exception {
        proxy.close();
        impostor.close();
    }

    @BeforeEach
    void listen() {
        level = ROOT.getLevel();
        ROOT.setLevel(Level.TRACE);
        // Threads of the pool still log while a test reads what was logged.
        log.list = new CopyOnWriteArrayList<>();
        log.start();
        ROOT.addAppender(log);
    }

    @AfterEach
    void unlisten() {
        ROOT.detachAppender(log);
        ROOT.setLevel(level);
    }

    @Test
    void rightPasswordLetsIn() {
        try (Database database = connect("postgresql://canary_owner:right@127.0.0.1:" + SERVER.port() + "/" + name)) {
            assertThat(database.<Integer>read(SecretsTest::one)).isEqualTo(1);
        }
    }

    @Test
    void wrongPasswordIsToldButNotShown() {
        assertThat(refusal("canary_owner:canary@127.0.0.1:" + SERVER.port() + "/" + name))
                .hasMessageContaining("does not let “canary_owner” in");
    }

    @Test
    void missingPasswordIsTold() {
        assertThat(refusal("canary_owner@127.0.0.1:" + SERVER.port() + "/" + name)).hasMessageContaining("password");
    }

    @Test
    void unknownDatabaseIsNamed() {
        assertThat(refusal("postgres:canary@127.0.0.1:" + SERVER.port() + "/no%20such")).hasMessageContaining("no database “no such”");
    }

    @Test
    void unreachableServerIsNamed() {
        assertThat(refusal("ann:canary@127.0.0.1:1/" + name)).hasMessageContaining("127.0.0.1:1");
    }

    @Test
    void unknownHostIsNamed() {
        assertThat(refusal("ann:canary@nowhere.invalid/" + name)).hasMessageContaining("no server called nowhere.invalid");
    }

    @Test
    void serverWithoutEncryptionIsRefusedWhereItIsAskedFor() {
        assertThat(refusal("postgres:canary@127.0.0.1:" + SERVER.port() + "/" + name + "?sslmode=verify-full")).hasMessageContaining("SSL");
    }

    @Test
    void selfSignedServerIsRefusedBeforeThePasswordIsSent() {
        assertThat(refusal("postgres:canary@localhost:" + proxy.port() + "/" + name + "?sslmode=verify-full"))
                .hasMessageContaining("could not prove");
        assertThat(proxy.received()).doesNotContain("canary");
    }

    @Test
    void serverOfAnotherNameIsRefusedBeforeThePasswordIsSent() {
        assertThat(refusal("postgres:canary@localhost:" + impostor.port() + "/" + name + "?sslmode=verify-full&sslrootcert="
                + theirs.file())).hasMessageContaining("could not prove");
        assertThat(impostor.received()).doesNotContain("canary");
    }

    @Test
    void ownAuthorityIsTrusted() {
        try (Database database = connect("postgresql://postgres@localhost:" + proxy.port() + "/" + name + "?sslrootcert=" + ours.file())) {
            assertThat(database.<Integer>read(SecretsTest::one)).isEqualTo(1);
        }
    }

    @Test
    void whoOnlyRequiresEncryptionGetsIt() {
        try (Database database = connect("postgresql://postgres@localhost:" + impostor.port() + "/" + name + "?sslmode=require")) {
            assertThat(database.<Integer>read(SecretsTest::one)).isEqualTo(1);
        }
    }

    @Test
    void serverOfAnotherKindIsTold() {
        assertThat(refusal("postgres:canary@127.0.0.1:" + SERVER.port() + "/" + name + "?target_session_attrs=standby"))
                .hasMessageContaining("is of the kind that target_session_attrs asks for");
    }

    @Test
    void noneOfSeveralServersThatAnswersIsTold() {
        assertThat(refusal("ann:canary@127.0.0.1:1,127.0.0.1:2/" + name + "?steward_reads=standby"))
                .hasMessageContaining("No database answers at 127.0.0.1:1, 127.0.0.1:2.");
    }

    @Test
    void standbyThatIsMissingIsNotedWithoutThePassword() throws InterruptedException {
        ConnectionSettings settings = settings("postgresql://postgres:canary@127.0.0.1:1,127.0.0.1:" + SERVER.port() + "/" + name
                + "?steward_reads=standby");
        try (Database database = Database.connect(settings, HASTY, () -> { })) {
            for (int i = 0; i < 500 && noted().isEmpty(); i++) {
                assertThat(database.<Integer>browse(SecretsTest::one)).isEqualTo(1);
                Thread.sleep(20);
            }
        }
        assertThat(noted()).hasSize(1);
        assertThat(log.list.toString()).doesNotContain("canary");
    }

    private List<ILoggingEvent> noted() {
        return List.copyOf(log.list).stream().filter(e -> e.getFormattedMessage().contains("because of the standby")).toList();
    }

    private StewardException refusal(String address) {
        ConnectionSettings settings = settings("postgresql://" + address);
        try (Database database = Database.connect(settings, HASTY, () -> { })) {
            var failure = catchThrowableOfType(StewardException.class, () -> database.read(SecretsTest::one));
            assertThat(failure.kind()).isEqualTo(Kind.NO_DATABASE);
            var shown = new StringWriter();
            failure.printStackTrace(new PrintWriter(shown));
            assertThat(shown + failure.advice() + settings + log.list).doesNotContainPattern("canary(?!_owner)");
            return failure;
        }
    }

    private static int one(Handle handle) {
        return handle.createQuery("SELECT 1").mapTo(int.class).one();
    }

    private static Database connect(String address) {
        return Database.connect(settings(address), HASTY, () -> { });
    }

    private static ConnectionSettings settings(String address) {
        return ConnectionSource.resolve(Optional.of(address), Map.of()).orElseThrow();
    }
}
