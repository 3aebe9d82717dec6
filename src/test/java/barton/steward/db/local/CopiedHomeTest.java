package barton.steward.db.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import barton.steward.model.StewardException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A copy of a home that was made while the original's server ran.
class CopiedHomeTest {
    private Trial original;

    @BeforeEach
    void newHome() throws Exception {
        original = Trial.home(Trial.LONG);
    }

    @AfterEach
    void remove() throws Exception {
        original.close();
    }

    @Test
    void whatIsWrittenThroughTheCopyStaysInIt() throws Exception {
        try (var server = original.join(); Trial copy = original.beside("copy")) {
            Trial.execute(server, "CREATE TABLE words AS SELECT 'original' AS word");
            copyHome(copy);
            try (var other = copy.join()) {
                Trial.execute(other, "DROP TABLE IF EXISTS words; CREATE TABLE words AS SELECT 'copy' AS word");
                assertThat(Trial.port(other)).isNotEqualTo(Trial.port(server));
                assertThat(Trial.ask(server, "SELECT word FROM words")).isEqualTo("original");
            }
            LocalServer.discard(copy.folders);
            assertThat(Trial.ask(server, "SELECT word FROM words")).isEqualTo("original");
        }
    }

    @Test
    void aHomeThatWasMovedUnderItsServerIsTheSameHome() throws Exception {
        original.join().close();
        long before = original.postmaster().orElseThrow().pid();
        Path home = original.root.resolve("home");
        Files.move(home, original.root.resolve("moved"));
        assertThat(Postmaster.runningOn(original.root.resolve("moved").resolve(home.relativize(original.files.homeData())))
                .orElseThrow().pid()).isEqualTo(before);
        Files.move(original.root.resolve("moved"), home);
    }

    @Test
    void aCopyOfAHomeWhoseDataLieElsewhereIsRefused() throws Exception {
        original.files.create();
        Path data = original.root.resolve("reachable/0123/postgres");
        ServerNotes.read(original.files).at(data, "nobody", original.files).write(original.files);
        try (Trial copy = original.beside("copy")) {
            copyHome(copy);
            assertThatThrownBy(copy::join).isInstanceOfSatisfying(StewardException.class, e -> {
                assertThat(e).hasMessageContaining("is a copy of").hasMessageContaining(data.toString());
                assertThat(e.advice()).contains("Use the original");
            });
            Files.delete(copy.files.notes());
        }
        Files.delete(original.files.notes());
    }

    private void copyHome(Trial copy) throws Exception {
        // The server of the original goes on writing: what vanishes meanwhile is missed by any copy.
        var cp = new ProcessBuilder("cp", "-a", original.root.resolve("home").toString(), copy.root.resolve("home").toString()).start();
        cp.waitFor();
        assertThat(copy.files.notes()).hasSameTextualContentAs(original.files.notes());
    }
}
