package barton.steward.db.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import barton.steward.model.StewardException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A server that left its file behind, keeper and all, and was started where its process cannot be seen from here.
class ForeignServerTest {
    private static final Path KERNEL = Path.of("/proc/sys/kernel/random/boot_id");
    private static final String ANOTHER_RUN = "another-run pid:[1]";
    private static Trial trial;

    @BeforeAll
    static void newHome() throws IOException {
        assumeTrue(Files.exists(KERNEL), "only Linux tells one container from another");
        trial = Trial.home(Trial.LONG);
    }

    @BeforeEach
    void leave() throws Exception {
        try (var server = trial.join()) {
            assertThat(Trial.ask(server, "SELECT 1")).isEqualTo("1");
        }
        trial.killKeeper();
        trial.killPostmaster();
    }

    @AfterAll
    static void remove() throws IOException {
        if (trial != null) {
            trial.close();
        }
    }

    @Test
    void afterTheMachineWasRestartedItStarts() throws Exception {
        startedOn(ANOTHER_RUN);
        assertStarts();
    }

    @Test
    void afterItsContainerEndedItStarts() throws Exception {
        startedOn(inAnotherContainer());
        assertStarts();
    }

    @Test
    void noSecondServerStartsWhileItsSocketAnswersInAnotherContainer() throws Exception {
        startedOn(inAnotherContainer());
        String left = Files.readString(trial.data().resolve("postmaster.pid"));
        Path socket = socket();
        Files.delete(socket);
        try (var listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            listening.bind(UnixDomainSocketAddress.of(socket));
            assertRefused("is in use");
        }
        assertThat(trial.data().resolve("postmaster.pid")).hasContent(left);
        assertStarts();
    }

    @Test
    void noSecondServerStartsWhileSomebodyUsesItElsewhere() throws Exception {
        Trial.awaitLine(trial.user("SELECT 1"), "ready");
        trial.killKeeper();
        trial.killPostmaster();
        startedOn(ANOTHER_RUN);
        assertRefused("is in use");
        trial.lastUser().destroyForcibly().waitFor();
        assertStarts();
    }

    @Test
    void noSecondServerStartsWhileItsPortTakesOurPassword() throws Exception {
        startedOn(ANOTHER_RUN);
        String password = Files.readString(trial.files.password());
        try (Trial other = Trial.home(Trial.LONG); var server = other.join()) {
            Path left = trial.data().resolve("postmaster.pid");
            List<String> lines = new ArrayList<>(Files.readAllLines(left));
            lines.set(3, Integer.toString(Trial.port(server)));
            Files.write(left, lines);
            Files.writeString(trial.files.password(), Trial.password(server));
            assertRefused("is in use");
        } finally {
            Files.writeString(trial.files.password(), password);
        }
        assertStarts();
    }

    @Test
    void noSecondServerStartsWhereNothingTells() throws Exception {
        startedOn(inAnotherContainer());
        Files.delete(socket());
        assertRefused("cannot be seen");
        Files.delete(trial.data().resolve("postmaster.pid"));
        assertStarts();
    }

    private static String inAnotherContainer() throws IOException {
        return Files.readString(KERNEL).strip() + " pid:[1]";
    }

    private static Path socket() throws IOException {
        return trial.socket().resolve(".s.PGSQL." + ServerNotes.read(trial.files).port().orElseThrow());
    }

    private static void startedOn(String machine) throws IOException {
        Files.writeString(trial.files.notes(), Files.readString(trial.files.notes()).replaceAll("machine=.*", "machine=" + machine));
    }

    private static void assertStarts() throws Exception {
        try (var server = trial.join()) {
            assertThat(Trial.ask(server, "SELECT 1")).isEqualTo("1");
        }
    }

    private static void assertRefused(String message) {
        assertThatThrownBy(() -> trial.join().close()).isInstanceOf(StewardException.class).hasMessageContaining(message);
    }
}
