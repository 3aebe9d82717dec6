package barton.steward.db.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import barton.steward.model.StewardException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// For root, whom PostgreSQL refuses.
class RootsServerTest {
    private static final boolean ANYWHERE = true;
    private static final boolean WITHOUT_NAMESPACES = false;
    private static Path reachable;
    /// A home made without namespaces, with a table, and with data of a forgotten home in its way.
    private static Trial made;

    @BeforeAll
    static void makeAHome() throws Exception {
        assumeTrue(Privileges.isRoot(), "only root has this trouble");
        reachable = Files.createTempDirectory("steward-reachable");
        PrivateFiles.mode(reachable, "rwx--x--x");
        made = Trial.rootsHome(reachable);
        Path forgotten = reachable.resolve(Placements.hash(made.files.homeData())).resolve("postgres");
        Files.createDirectories(forgotten);
        Files.writeString(forgotten.resolve("letter.txt"), "Dear Ann");
        PrivateFiles.mode(forgotten.getParent(), "rwx------");
        Privileges.Account.any().orElseThrow().own(forgotten.getParent());
        try (var server = made.join(WITHOUT_NAMESPACES)) {
            Trial.execute(server, "CREATE TABLE t AS SELECT 'kept' AS word");
        }
    }

    @AfterAll
    static void remove() throws IOException {
        if (made != null) {
            made.close();
            FileTrees.delete(reachable);
        }
    }

    @Test
    void theServerRunsAsAnAccountThatReachesTheData() throws Exception {
        made.join(WITHOUT_NAMESPACES).close();
        int uid = Privileges.Account.any().orElseThrow().uid();
        assertThat(Files.getAttribute(Path.of("/proc/" + made.postmaster().orElseThrow().pid()), "unix:uid")).isEqualTo(uid);
        assertThat(made.data()).startsWith(reachable);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made.data().getParent()))).isEqualTo("rwx------");
        assertThat(Files.getAttribute(made.data().getParent(), "unix:uid")).isEqualTo(uid);
    }

    @Test
    void theDataStayWithTheAccountWhateverElseTheSystemOffers() throws Exception {
        made.stopServer();
        try (var server = made.join(ANYWHERE)) {
            assertThat(made.data()).startsWith(reachable);
            assertThat(Trial.ask(server, "SELECT word FROM t")).isEqualTo("kept");
            assertThat(made.files.homeData()).doesNotExist();
        }
    }

    @Test
    void theDataAreFoundWhenTheAccountHasAnotherNumber() throws Exception {
        made.stopServer();
        FileTrees.own(made.data().getParent(), new Privileges.Account("former", 12345, 12345, Privileges.Means.SETPRIV));
        try (var server = made.join(WITHOUT_NAMESPACES)) {
            assertThat(Trial.ask(server, "SELECT word FROM t")).isEqualTo("kept");
        }
    }

    @Test
    void dataThatNoHomeRemembersAreSetAside() throws Exception {
        try (var leaf = Files.list(made.data().getParent())) {
            assertThat(leaf.filter(path -> path.getFileName().toString().startsWith("postgres.kept-")))
                    .singleElement().satisfies(kept -> assertThat(kept.resolve("letter.txt")).hasContent("Dear Ann"));
        }
    }

    @Test
    void theDataMoveWhenNamespacesAreGone() throws Exception {
        assumeTrue(new Privileges.Namespace().works(), "needs user namespaces");
        try (var trial = Trial.rootsHome(reachable)) {
            String password;
            try (var server = trial.join(ANYWHERE); var whereItRuns = trial.join(WITHOUT_NAMESPACES)) {
                assertThat(whereItRuns.settings()).isEqualTo(server.settings());
                assertThat(trial.data()).isEqualTo(trial.files.homeData());
                Trial.execute(server, "CREATE TABLE t AS SELECT 'moved' AS word");
                password = Trial.password(server);
                trial.killPostmaster();
            }
            try (var server = trial.join(WITHOUT_NAMESPACES)) {
                assertThat(trial.data()).startsWith(reachable);
                assertThat(Trial.ask(server, "SELECT word FROM t")).isEqualTo("moved");
                assertThat(Trial.password(server)).isEqualTo(password);
                assertThat(trial.files.homeData()).doesNotExist();
            }
        }
    }

    @Test
    void theDataStayInAHomeThatTheAccountCanEnter() throws Exception {
        try (var trial = Trial.rootsHome(reachable)) {
            PrivateFiles.mode(trial.root, "rwx--x--x");
            Path data = Files.createDirectories(trial.folders.data());
            Path programs = made.data().getParent().resolveSibling("postgres-" + Binaries.version());
            Files.createSymbolicLink(data.resolve(programs.getFileName()), programs);
            try (var server = trial.join(WITHOUT_NAMESPACES)) {
                assertThat(trial.data()).startsWith(data);
                assertThat(Trial.ask(server, "SELECT 1")).isEqualTo("1");
            }
        }
    }

    @Test
    void nothingBeginsAnewWhereTheDataAreMissing() throws Exception {
        try (var trial = Trial.rootsHome(reachable)) {
            trial.files.create();
            ServerNotes.read(trial.files).at(reachable.resolve("gone/postgres"), "nobody", trial.files).write(trial.files);
            assertThatThrownBy(() -> trial.join(WITHOUT_NAMESPACES)).isInstanceOfSatisfying(StewardException.class, e -> {
                assertThat(e).hasMessageContaining("is not there");
                assertThat(e.advice()).contains("Put it back");
            });
        }
    }

    @Test
    void theDatabaseOfAnotherUserStaysHers() throws Exception {
        try (var hers = Trial.rootsHome(reachable)) {
            try (var server = hers.join(ANYWHERE)) {
                Trial.execute(server, "SELECT 1");
            }
            hers.stopServer();
            hers.killKeeper();
            var she = new Privileges.Account("ann", 12345, 12345, Privileges.Means.SETPRIV);
            FileTrees.own(hers.root, she);
            Map<Path, Object> before = owners(hers.root);

            assertThatThrownBy(() -> hers.join(WITHOUT_NAMESPACES)).isInstanceOfSatisfying(StewardException.class, e -> {
                assertThat(e).hasMessageContaining("belongs to 12345");
                assertThat(e.advice()).contains("as 12345").contains("STEWARD_HOME");
            });
            assertThat(owners(hers.root)).isEqualTo(before).containsEntry(hers.files.folder(), she.uid());
        }
    }

    private static Map<Path, Object> owners(Path tree) throws IOException {
        var owners = new HashMap<Path, Object>();
        try (var all = Files.walk(tree)) {
            for (Path path : all.toList()) {
                owners.put(path, Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS));
            }
        }
        return owners;
    }
}
