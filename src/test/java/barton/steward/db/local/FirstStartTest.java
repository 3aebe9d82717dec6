package barton.steward.db.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import barton.steward.model.StewardException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class FirstStartTest {
    private Trial trial;

    @BeforeEach
    void newHome() throws IOException {
        trial = Trial.home(Trial.LONG);
    }

    @AfterEach
    void remove() throws IOException {
        trial.close();
    }

    @Test
    void beginsAgainWhereItWasInterrupted() throws Exception {
        Trial.awaitLine(trial.user("SELECT 1"), "Making");
        Trial.await("initdb at work", () -> initdb().anyMatch(FirstStartTest::hasBegun));
        Path part = initdb().findFirst().orElseThrow();
        var outliving = trial.lastUser().descendants().toList();
        trial.lastUser().destroyForcibly().waitFor();
        outliving.forEach(ProcessHandle::destroyForcibly);
        assertThat(trial.data()).doesNotExist();
        Path leftover = Files.createDirectories(part.resolveSibling("postgres.part-half"));
        Files.writeString(leftover.resolve("PG_VERSION"), "18");
        try (var server = trial.join()) {
            assertThat(Trial.ask(server, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")).isEqualTo("0");
            assertThat(leftover).doesNotExist();
            assertThat(part).doesNotExist();
        }
    }

    /// The folders on which initdb works at this moment.
    private Stream<Path> initdb() {
        return trial.around().stream().map(process -> List.of(process.info().arguments().orElse(new String[0])))
                .filter(words -> words.contains("-D") && words.contains("--pwfile"))
                .map(words -> Path.of(words.get(words.indexOf("-D") + 1)));
    }

    private static boolean hasBegun(Path data) {
        return Files.exists(data.resolve("PG_VERSION")) && Files.isDirectory(data.resolve("base"));
    }

    @Test
    void drawsAPasswordThatNobodyGuesses() {
        assertThat(Passwords.draw()).hasSizeGreaterThan(40).isNotEqualTo(Passwords.draw());
    }

    @Test
    void refusesDataOfAnotherMajorVersionAndLeavesThemAsTheyAre() throws Exception {
        Path version = dataFolder().resolve("PG_VERSION");
        Files.writeString(version, "17\n");
        assertRefused("PostgreSQL 17", "pg_dump");
        assertThat(trial.files.homeData()).isDirectoryNotContaining(path -> !path.equals(version));
    }

    @Test
    void refusesAFolderThatIsNotPostgres() throws Exception {
        Path letter = dataFolder().resolve("letter.txt");
        Files.writeString(letter, "Dear Ann");
        assertRefused("no PostgreSQL data folder", "Move it away");
        assertThat(letter).hasContent("Dear Ann");
    }

    @Test
    void namesWhatItCannotWrite() throws Exception {
        Files.createDirectories(trial.files.folder().getParent());
        Files.writeString(trial.files.folder(), "a file in the way");
        assertRefused("cannot be used", "can be written");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void leavesTheSocketOutWhereItsPathIsTooLong() throws Exception {
        Path folder = trial.root.resolve("x".repeat(80));
        assertThat(ServerStart.socket(new Placement(folder, folder, folder, new Privileges.Direct()))).isEmpty();
        assertThat(folder).doesNotExist();
    }

    private Path dataFolder() throws IOException {
        return Files.createDirectories(trial.files.homeData());
    }

    private void assertRefused(String message, String advice) {
        assertThatThrownBy(() -> trial.join().close()).isInstanceOfSatisfying(StewardException.class, e -> {
            assertThat(e.kind()).isEqualTo(StewardException.Kind.NO_DATABASE);
            assertThat(e).hasMessageContaining(message);
            assertThat(e.advice()).contains(advice);
        });
    }
}
