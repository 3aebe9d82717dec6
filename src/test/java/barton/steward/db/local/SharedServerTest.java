package barton.steward.db.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SharedServerTest {
    private static Trial trial;

    @BeforeAll
    static void newHome() throws Exception {
        trial = Trial.home(Trial.SHORT);
        trial.join().close();
    }

    @AfterAll
    static void remove() throws Exception {
        trial.close();
    }

    @Test
    void twoProcessesUseOneServerThatStopsAfterTheLastLeft() throws Exception {
        Trial.awaitLine(trial.user("CREATE TABLE shared AS SELECT 'by the other process' AS word"), "ready");
        long first = trial.postmaster().orElseThrow().pid();
        try (var server = trial.join()) {
            assertThat(Trial.ask(server, "SELECT word FROM shared")).isEqualTo("by the other process");
            trial.lastUser().getOutputStream().close();
            assertThat(trial.lastUser().waitFor()).isZero();
            Thread.sleep(Trial.SHORT.multipliedBy(4));
            assertThat(trial.postmaster().orElseThrow().pid()).isEqualTo(first);
            Trial.await("one keeper", () -> trial.keepers().size() == 1);
        }
        Trial.await("server stopped", this::isStopped);
        Trial.await("keeper gone", () -> trial.keepers().isEmpty());
        assertThat(Files.readString(trial.files.log())).contains("fast shutdown request");
    }

    @Test
    void oneOfTwoUsesInAProcessKeepsTheServer() throws Exception {
        var first = trial.join();
        try (var second = trial.join()) {
            first.close();
            first.close();
            Thread.sleep(Trial.SHORT.multipliedBy(4));
            assertThat(Trial.ask(second, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void aServerThatStoppedStartsAgainWithItsKeeper() throws Exception {
        trial.join().close();
        Trial.await("server stopped", this::isStopped);
        try (var server = trial.join()) {
            assertThat(Trial.ask(server, "SELECT 1")).isEqualTo("1");
        }
        Trial.await("server stopped again", this::isStopped);
    }

    private boolean isStopped() {
        try {
            return trial.postmaster().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
