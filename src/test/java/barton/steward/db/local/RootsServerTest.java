package barton.steward.db.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import barton.steward.model.StewardException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// For root, whom PostgreSQL refuses.
class RootsServerTest {
    private static final boolean ANYWHERE = true;
    private static final boolean WITHOUT_NAMESPACES = false;
    private static Path reachable;
    private Trial trial;

    @BeforeAll
    static void needsRoot() throws IOException {
        assumeTrue(Privileges.isRoot(), "only root has this trouble");
        reachable = Files.createTempDirectory("steward-reachable");
        PrivateFiles.mode(reachable, "rwx--x--x");
    }

    @AfterAll
    static void removeReachable() throws IOException {
        if (reachable != null) {
            Trees.delete(reachable);
        }
    }

    @BeforeEach
    void newHome() throws IOException {
        trial = Trial.rootsHome(reachable);
    }

    @AfterEach
    void remove() throws IOException {
        trial.close();
    }

    @Test
    void runsAsAnAccountThatReachesTheData() throws Exception {
        try (var server = trial.join(WITHOUT_NAMESPACES)) {
            var account = Privileges.Account.any().orElseThrow();
            assertThat(trial.data()).startsWith(reachable);
            assertThat(Files.getAttribute(Path.of("/proc/" + trial.postmaster().orElseThrow().pid()), "unix:uid")).isEqualTo(account.uid());
            assertThat(Files.getPosixFilePermissions(trial.data().getParent())).hasSize(3);
            Trial.execute(server, "CREATE TABLE t AS SELECT 'kept' AS word");
        }
        trial.stopServer();
        // From now on there, whatever the system offers.
        try (var server = trial.join(ANYWHERE)) {
            assertThat(trial.data()).startsWith(reachable);
            assertThat(Trial.ask(server, "SELECT word FROM t")).isEqualTo("kept");
            assertThat(trial.files.homeData()).doesNotExist();
        }
    }

    @Test
    void movesTheDataWhenNamespacesAreGone() throws Exception {
        assumeTrue(new Privileges.Namespace().works(), "needs user namespaces");
        try (var server = trial.join(ANYWHERE)) {
            assertThat(trial.data()).isEqualTo(trial.files.homeData());
            Trial.execute(server, "CREATE TABLE t AS SELECT 'moved' AS word");
            trial.killPostmaster();
        }
        String password = Files.readString(trial.files.password());
        try (var server = trial.join(WITHOUT_NAMESPACES)) {
            assertThat(trial.data()).startsWith(reachable);
            assertThat(Trial.ask(server, "SELECT word FROM t")).isEqualTo("moved");
            assertThat(Trial.password(server)).isEqualTo(password);
            assertThat(trial.files.homeData()).doesNotExist();
        }
    }

    @Test
    void joinsWhatRunsInANamespaceWithoutMovingIt() throws Exception {
        assumeTrue(new Privileges.Namespace().works(), "needs user namespaces");
        try (var first = trial.join(ANYWHERE); var second = trial.join(WITHOUT_NAMESPACES)) {
            assertThat(second.settings()).isEqualTo(first.settings());
            assertThat(trial.data()).isEqualTo(trial.files.homeData());
        }
    }

    @Test
    void keepsTheDataInAHomeThatTheAccountCanEnter() throws Exception {
        Files.createDirectory(trial.root.resolve("home"));
        PrivateFiles.mode(trial.root, "rwx--x--x");
        PrivateFiles.mode(trial.root.resolve("home"), "rwxr-xr-x");
        try (var server = trial.join(WITHOUT_NAMESPACES)) {
            assertThat(trial.data()).startsWith(trial.root.resolve("home"));
            assertThat(Trial.ask(server, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void takesTheDataBackWhenTheAccountHasAnotherNumber() throws Exception {
        trial.join(WITHOUT_NAMESPACES).close();
        trial.stopServer();
        Trees.own(trial.data().getParent(), new Privileges.Account("former", 12345, 12345, Privileges.Means.SETPRIV));
        try (var server = trial.join(WITHOUT_NAMESPACES)) {
            assertThat(Trial.ask(server, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void doesNotBeginAnewWhereTheDataAreMissing() throws Exception {
        trial.files.create();
        ServerNotes.read(trial.files).at(reachable.resolve("gone/postgres"), "nobody").write(trial.files);
        assertThatThrownBy(() -> trial.join(WITHOUT_NAMESPACES)).isInstanceOfSatisfying(StewardException.class, e -> {
            assertThat(e).hasMessageContaining("is not there");
            assertThat(e.advice()).contains("Put it back");
        });
    }

    @Test
    void setsAsideDataThatNoHomeRemembers() throws Exception {
        trial.join(WITHOUT_NAMESPACES).close();
        trial.stopServer();
        Files.delete(trial.files.notes());
        try (var server = trial.join(WITHOUT_NAMESPACES); var leaf = Files.list(trial.data().getParent())) {
            assertThat(Trial.ask(server, "SELECT 1")).isEqualTo("1");
            assertThat(leaf).anyMatch(path -> path.getFileName().toString().startsWith("postgres.kept-"));
        }
    }
}
