package barton.steward.db.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whoever owns the data folder gets in, whatever became of the files around it.
class LostPasswordTest {
    private static final String TOLD = "got a new one";

    private Trial trial;

    @BeforeEach
    void newHome() throws Exception {
        trial = Trial.home(Trial.LONG);
        try (var server = trial.join()) {
            Trial.execute(server, "CREATE TABLE kept AS SELECT 'kept' AS word");
            assertThat(server.news()).isEmpty();
        }
    }

    @AfterEach
    void remove() throws Exception {
        trial.close();
    }

    @ParameterizedTest(name = "owner {0}, administrator {1}, running {2}")
    @CsvSource({
        "LOST, RIGHT, true", "EMPTY, RIGHT, true", "WRONG, RIGHT, false",
        "LOST, LOST, false", "WRONG, WRONG, true", "EMPTY, LOST, true"})
    void theOwnerGetsInAgainAndIsTold(Password owner, Password superuser, boolean running) throws Exception {
        if (!running) {
            trial.stopServer();
        }
        spoil(trial.files.password(), owner);
        spoil(trial.files.superuserPassword(), superuser);
        try (var server = trial.join()) {
            assertThat(Trial.ask(server, "SELECT word FROM kept")).isEqualTo("kept");
            assertThat(server.news().orElse("")).contains(TOLD);
            assertThat(Trial.password(server)).isEqualTo(Files.readString(trial.files.password())).hasSizeGreaterThan(40);
        }
        try (var again = trial.join()) {
            assertThat(Trial.ask(again, "SELECT word FROM kept")).isEqualTo("kept");
            assertThat(again.news()).isEmpty();
        }
    }

    @Test
    void theAdministratorOfAnOlderInstallationGetsAPasswordOfItsOwn() throws Exception {
        try (var server = trial.join()) {
            String both = Trial.password(server);
            Files.delete(trial.files.superuserPassword());
            asSuperuser(both);
            try (var upgraded = trial.join()) {
                assertThat(upgraded.news()).isEmpty();
                assertThat(Trial.password(upgraded)).isEqualTo(both);
            }
        }
        assertThat(new Passwords(trial.files).superuser()).isPresent();
        assertThat(new Passwords(trial.files).superuser()).isNotEqualTo(new Passwords(trial.files).owner());
    }

    @Test
    void theServerStartsThoughItsOldNumberIsAnotherPostgresNow() throws Exception {
        trial.killPostmaster();
        try (Trial other = Trial.home(Trial.LONG); var theirs = other.join()) {
            Path file = trial.data().resolve(Postmaster.FILE);
            List<String> lines = new ArrayList<>(Files.readAllLines(file));
            lines.set(0, Long.toString(other.postmaster().orElseThrow().pid()));
            Files.write(file, lines);
            try (var server = trial.join()) {
                assertThat(Trial.ask(server, "SELECT word FROM kept")).isEqualTo("kept");
                assertThat(Trial.port(server)).isNotEqualTo(Trial.port(theirs));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"''", "'12'", "'x\ny\nz\n0\n'"})
    void theServerStartsThoughItsFileWasNotWrittenToItsEnd(String left) throws Exception {
        trial.killPostmaster();
        Files.writeString(trial.data().resolve(Postmaster.FILE), left);
        try (var server = trial.join()) {
            assertThat(Trial.ask(server, "SELECT word FROM kept")).isEqualTo("kept");
        }
    }

    /// As it was before there were two.
    private void asSuperuser(String password) throws Exception {
        var placement = Trial.placement(trial);
        trial.stopServer();
        assertThat(Command.run(placement.command("postgres", "--single", "-D", trial.data().toString(), "postgres"),
                Superuser.alter(Superuser.NAME, password) + "\n").done()).isTrue();
    }

    private static void spoil(Path file, Password password) throws Exception {
        if (password == Password.LOST) {
            Files.delete(file);
        } else if (password != Password.RIGHT) {
            Files.writeString(file, password == Password.EMPTY ? "\n" : "guess");
        }
    }

    enum Password { RIGHT, LOST, EMPTY, WRONG }
}
