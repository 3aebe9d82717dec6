package barton.steward.db.local;

import static barton.steward.db.local.Failures.refused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Whose a home's database is.
final class HomeOwner {
    private static final Integer ROOT = 0;

    private HomeOwner() {
    }

    /// Root may write anywhere, and what it writes in another's home the owner can read no more: `sudo -E`, or root's cron with the
    /// owner's HOME, would take the database away.
    static void refuseRootInAnothers(ServerFiles files) throws IOException {
        if (!Privileges.isRoot()) {
            return;
        }
        for (Path path : List.of(files.folder(), files.homeData())) {
            if (Files.exists(path) && !ROOT.equals(Files.getAttribute(path, "unix:uid"))) {
                String owner = Files.getOwner(path).getName();
                throw refused("The local database of this home belongs to " + owner + ", who could not use it any more after root did.",
                        "Run the program as " + owner + ", or with another STEWARD_HOME.");
            }
        }
    }
}
