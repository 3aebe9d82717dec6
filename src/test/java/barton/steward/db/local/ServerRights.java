package barton.steward.db.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// As whom a test's own PostgreSQL runs, found out as the application does for its own.
public final class ServerRights {
    private static final Privileges CHOSEN = choose();

    private ServerRights() {
    }

    private static Privileges choose() {
        if (!Privileges.isRoot()) {
            return new Privileges.Direct();
        }
        var namespace = new Privileges.Namespace();
        return namespace.works() ? namespace : Privileges.Account.any().orElseThrow();
    }

    /// The words that run one of PostgreSQL's programs.
    public static List<String> wrap(List<String> command) {
        return CHOSEN.wrap(command);
    }

    /// Gives a folder with all that is in it to whoever PostgreSQL runs as.
    public static void give(Path tree) throws IOException {
        if (CHOSEN instanceof Privileges.Account account) {
            FileTrees.own(tree, account);
        }
    }

    /// Lets the account go through a folder of root's where PostgreSQL runs as one, and find programs there that were unpacked elsewhere.
    static void open(Path folder, Path reachable, Path programs) throws IOException {
        if (CHOSEN instanceof Privileges.Account account) {
            PrivateFiles.mode(folder, "rwx--x--x");
            Path unpacked = Binaries.unpackedIn(PrivateFiles.folder(programs), line -> { }).getParent();
            if (account.canEnter(unpacked)) {
                Files.createSymbolicLink(Files.createDirectory(reachable).resolve(unpacked.getFileName()), unpacked);
            }
        }
    }
}
