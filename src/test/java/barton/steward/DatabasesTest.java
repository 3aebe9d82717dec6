package barton.steward;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Entity;
import barton.steward.cli.Commands;
import barton.steward.config.Folders;
import barton.steward.db.local.LocalServer;
import barton.steward.model.database.Check;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The local database of a home where nothing is yet: first the doctor looks at it, then a session opens.
class DatabasesTest {
    @TempDir
    private static Path home;
    private static Map<String, String> environment;
    private static Databases databases;
    private static List<Check> firstLook;
    private static List<Check> secondLook;

    @BeforeAll
    static void look() {
        environment = Map.of("STEWARD_HOME", home.toString());
        databases = new Databases(environment, line -> { });
        firstLook = databases.examine(Optional.empty()).checks();
        secondLook = databases.examine(Optional.empty()).checks();
    }

    @AfterAll
    static void discard() {
        LocalServer.discard(Folders.of(environment));
    }

    @Test
    void theDoctorSetsUpTheLocalDatabaseAsEveryCommandDoes() {
        assertThat(firstLook).allMatch(Check::ok).startsWith(new Check("connection", true, "Local database"),
                new Check("schema", true, "The schema is at the present version."));
        assertThat(secondLook).isEqualTo(firstLook);
    }

    @Test
    void aBackupIsTriedInAServerOfItsOwnAndComesBack() {
        var backup = databases.backUp(Optional.empty(), Optional.empty());

        assertThat(Path.of(backup.file())).exists().hasParent(home.resolve("data/backups"));
        assertThat(backup.tables()).isGreaterThan(60);
        assertThat(databases.restore(Optional.empty(), Path.of(backup.file()), false).rows()).isEqualTo(backup.rows());
    }

    @Test
    void anOpenSessionOutlivesItsServer() throws Exception {
        try (var open = databases.open(Optional.empty(), Optional.of("ann"))) {
            assertThat(open.session().review().batches(Entity.COMPANY)).isEmpty();
            stopServer();
            assertThat(open.session().review().batches(Entity.COMPANY)).isEmpty();
        }
        assertThat(databases.examine(Optional.empty()).checks()).allMatch(Check::ok).hasSizeGreaterThan(2);
    }

    @Test
    void whoeverRunsACommandIsToldOfALostPassword() throws Exception {
        Files.writeString(Folders.of(environment).data().resolve("server/password"), "guess");
        var out = new StringWriter();
        var err = new StringWriter();
        int exit = Commands.run(new AppRuntime(environment, home.resolve("steward.log")), new PrintWriter(out), new PrintWriter(err), false,
                "status");
        assertThat(err.toString()).contains("The password of the local database", "got a new one");
        assertThat(exit).isZero();
        assertThat(databases.examine(Optional.empty()).checks()).first().isEqualTo(new Check("connection", true, "Local database"));
    }

    private void stopServer() throws Exception {
        List<String> stop = Files.readAllLines(Folders.of(environment).data().resolve("server/stop"));
        stop.replaceAll(word -> word.equals("fast") ? "immediate" : word);
        var process = new ProcessBuilder(stop).directory(Path.of("/").toFile()).redirectErrorStream(true)
                .redirectOutput(home.resolve("stopped").toFile()).start();
        assertThat(process.waitFor()).isZero();
    }
}
