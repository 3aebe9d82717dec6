package barton.steward.db.local;

import static barton.steward.db.local.Failures.refused;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.Consumer;

/// Decides where the data of a home lie and as whom the server runs, and moves them where they must lie elsewhere.
/// Only for a server that does not run.
record Placements(ServerFiles files, LocalOptions options, Consumer<String> progress) {
    /// The place as it is remembered or, for a new home or one whose user namespaces are gone, as it is to be from now on.
    Placement find(ServerNotes notes) throws IOException {
        if (!Privileges.isRoot()) {
            if (notes.account().isPresent()) {
                throw refused("This home's local database was made by root and belongs to the account " + notes.account().get() + ".",
                        "Run the program as root, or with another STEWARD_HOME.");
            }
            return atHome(new Privileges.Direct());
        }
        if (notes.data().isPresent()) {
            return remembered(notes);
        }
        var namespace = new Privileges.Namespace();
        if (options.namespaces() && namespace.works() && namespace.canUse(files.homeData().getParent())) {
            return atHome(namespace);
        }
        return reachable(account(), notes);
    }

    private Placement atHome(Privileges privileges) throws IOException {
        return new Placement(files.homeData(), files.folder().resolve("socket"), Binaries.unpackedIn(files.cache(), progress), privileges);
    }

    private Placement remembered(ServerNotes notes) throws IOException {
        Path data = notes.data().orElseThrow();
        if (!Files.isDirectory(data)) {
            throw refused("The local database of this home lies in " + data + ", but that folder is not there.",
                    "Put it back (in a container: keep that folder on a volume). To begin with an empty database, remove "
                            + files.notes() + ".");
        }
        var account = notes.account().flatMap(Privileges.Account::named).orElseGet(Placements::account);
        if (!Integer.valueOf(account.uid()).equals(Files.getAttribute(data, "unix:uid"))) {
            FileTrees.own(data.getParent(), account);
            notes.at(data, account.name(), files).write(files);
        }
        return outside(data, account);
    }

    private Placement reachable(Privileges.Account account, ServerNotes notes) throws IOException {
        Path base = base(account);
        Path leaf = base.resolve(hash(files.homeData()));
        Path data = leaf.resolve("postgres");
        if (Files.isDirectory(data, LinkOption.NOFOLLOW_LINKS)) {
            Files.move(data, leaf.resolve("postgres.kept-" + Instant.now().getEpochSecond()));
        }
        if (!Files.isDirectory(leaf)) {
            PrivateFiles.folder(leaf);
            account.own(leaf);
        }
        Placement placement = outside(data, account);
        if (Files.isDirectory(files.homeData())) {
            DataFolder.checkVersion(files.homeData());
            progress.accept("Moving the local database to " + data + "…");
            new DataFolder(placement, files).moveFrom(files.homeData());
        } else {
            new DataFolder(placement, files).make(progress);
        }
        notes.at(data, account.name(), files).write(files);
        PrivateFiles.discard(files.homeData());
        return placement;
    }

    /// The home itself where the account can go in there, so that whoever keeps the home keeps the data.
    private Path base(Privileges.Account account) throws IOException {
        Path home = files.homeData().getParent();
        Path base = account.canEnter(home.getParent()) ? home : options.reachable();
        Files.createDirectories(base);
        PrivateFiles.mode(base, "rwx--x--x");
        if (!account.canEnter(base)) {
            throw refused("The account " + account.name() + ", which must run the local database for root, cannot enter " + base + ".",
                    "Run the program as another user than root, or name a database of your own with --db.");
        }
        return base;
    }

    private Placement outside(Path data, Privileges.Account account) throws IOException {
        Path leaf = data.getParent();
        return new Placement(data, leaf.resolve("socket"), Binaries.unpackedIn(leaf.getParent(), progress), account);
    }

    private static Privileges.Account account() {
        return Privileges.Account.any().orElseThrow(() -> refused(
                "PostgreSQL does not run as root, and this system offers neither user namespaces nor an account to run it as.",
                "Run the program as another user than root, or name a database of your own with --db."));
    }

    /// The name of a home among those outside of their homes.
    static String hash(Path home) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(home.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
