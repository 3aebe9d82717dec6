package barton.steward.db.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import barton.steward.model.StewardException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LocalServerCrashTest {
    private static Trial trial;

    @BeforeAll
    static void start() throws Exception {
        trial = Trial.home(Trial.LONG);
        trial.join().close();
    }

    @AfterAll
    static void stop() throws Exception {
        trial.close();
    }

    @Test
    void whatWasCommittedOutlivesTheServersDeath() throws Exception {
        try (var server = trial.join()) {
            Trial.execute(server, "CREATE TABLE power AS SELECT 'kept' AS word");
            trial.killPostmaster();
        }
        try (var server = trial.join()) {
            assertThat(Trial.ask(server, "SELECT word FROM power")).isEqualTo("kept");
        }
    }

    @Test
    void theServerComesBackOnItsPortForAUserWhoStayed() throws Exception {
        try (var server = trial.join()) {
            trial.killPostmaster();
            try (var again = trial.join()) {
                assertThat(again.settings()).isEqualTo(server.settings());
                assertThat(Trial.ask(server, "SELECT 1")).isEqualTo("1");
            }
        }
    }

    @Test
    void whatWasCommittedOutlivesTheUsersDeath() throws Exception {
        Trial.awaitLine(trial.user("CREATE TABLE child AS SELECT 'kept' AS word"), "ready");
        trial.lastUser().destroyForcibly().waitFor();
        try (var server = trial.join()) {
            assertThat(Trial.ask(server, "SELECT word FROM child")).isEqualTo("kept");
        }
    }

    @Test
    void theServerStartsThoughItsOldNumberIsAnotherProgramsNow() throws Exception {
        try (var server = trial.join()) {
            assertThat(Trial.ask(server, "SELECT 1")).isEqualTo("1");
        }
        trial.killPostmaster();
        Path pidFile = trial.data().resolve("postmaster.pid");
        List<String> lines = new ArrayList<>(Files.readAllLines(pidFile));
        lines.set(0, Long.toString(trial.keepers().getFirst().pid()));
        Files.write(pidFile, lines);
        try (var server = trial.join()) {
            assertThat(Trial.ask(server, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void theServerTakesAnotherPortWhereAnotherProgramHasItsOwn() throws Exception {
        int port;
        try (var server = trial.join()) {
            port = Trial.port(server);
        }
        trial.stopServer();
        try (var taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress()); var server = trial.join()) {
            assertThat(Trial.port(server)).isNotEqualTo(taken.getLocalPort());
            assertThat(Trial.ask(server, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void noSecondServerStartsWhileAnotherMachineKeepsOne() throws Exception {
        trial.join().close();
        Trial.await("the keeper", () -> isKept());
        trial.killPostmaster();
        String notes = Files.readString(trial.files.notes());
        Files.writeString(trial.files.notes(), notes.replaceAll("machine=.*", "machine=elsewhere"));
        assertThatThrownBy(() -> trial.join()).isInstanceOf(StewardException.class).hasMessageContaining("another machine");
        Files.writeString(trial.files.notes(), notes);
    }

    private static boolean isKept() {
        try {
            return !Exclusive.isFree(trial.files.keeper());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aMissingKeeperIsReplaced() throws Exception {
        trial.killKeeper();
        trial.join().close();
        Trial.await("a new keeper", () -> trial.keepers().size() == 1);
    }
}
