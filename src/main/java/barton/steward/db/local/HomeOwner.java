package barton.steward.db.local;

import static barton.steward.db.local.Failures.refused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Whose a home's database is.
final class HomeOwner {
    private static final Integer ROOT = 0;
    private static final Pattern UNSPEAKABLE = Pattern.compile("[\"$`\\n\\r]");

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

    /// A copy of a home whose data lie elsewhere would work on the original's. One that was moved keeps its data.
    static void refuseCopied(ServerFiles files, ServerNotes notes) throws IOException {
        Optional<ServerFiles> original = notes.home().filter(home -> !home.equals(files.folder())).map(files::of);
        if (original.isPresent() && ServerNotes.read(original.get()).data().equals(notes.data())) {
            throw refused("This home is a copy of " + original.get().folder().getParent() + ", whose local database lies in "
                            + notes.data().orElseThrow() + " and was not copied with it.",
                    "Use the original, or remove " + files.notes() + " to begin with an empty database here.");
        }
    }

    /// PostgreSQL's programs hand their own path and that of the data to a shell, between quotes that these end.
    static void refuseUnspeakable(ServerFiles files) {
        for (Path path : List.of(files.homeData(), files.cache(), files.log())) {
            if (PrivateFiles.POSIX && UNSPEAKABLE.matcher(path.toString()).find()) {
                throw refused("PostgreSQL cannot work in a folder whose path has a \", $, ` or line break in it: " + visible(path)
                        + ". Nothing was made.",
                        "Set STEWARD_HOME to a folder with a plainer name, or name a database of your own with --db.");
            }
        }
    }

    private static String visible(Path path) {
        return path.toString().replace("\n", "\\n").replace("\r", "\\r");
    }
}
