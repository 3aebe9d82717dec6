package barton.steward.db.local;

import static barton.steward.db.local.Failures.refused;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/// PostgreSQL's data folder: made whole or not at all, and never deleted.
record DataFolder(Placement placement, ServerFiles files) {
    /// Makes the folder where it is missing, and looks whether our PostgreSQL may work on it.
    void prepare(Consumer<String> progress) throws IOException {
        PrivateFiles.clearBeside(placement.data());
        if (!Files.exists(placement.data())) {
            make(progress);
        }
        checkVersion(placement.data());
    }

    /// A new, empty one. The administrator's password stays the same where an earlier attempt was interrupted.
    void make(Consumer<String> progress) throws IOException {
        progress.accept("Making the local database…");
        var passwords = new Passwords(files);
        if (passwords.superuser().isEmpty()) {
            passwords.keepSuperuser(Passwords.draw());
        }
        Path password = PrivateFiles.beside(placement.data());
        PrivateFiles.create(password, passwords.superuser().orElseThrow());
        placement.own(password);
        Path part = PrivateFiles.beside(placement.data());
        try {
            initdb("-D", part.toString(), "-U", Superuser.NAME, "-A", "scram-sha-256", "--pwfile", password.toString(),
                    "-E", "UTF8", "--locale=C", "--locale-provider=icu", "--icu-locale=und");
        } finally {
            Files.delete(password);
        }
        finish(part);
    }

    /// Gives the administrator a new password from inside, which only who owns the folder can; only while no server runs on it.
    void renewSuperuserPassword() throws IOException {
        String password = Passwords.draw();
        List<String> words = placement.command("postgres", "--single", "-D", placement.data().toString(), "postgres");
        var outcome = Command.run(words, "ALTER ROLE postgres LOGIN SUPERUSER\n" + alter(password) + "\n");
        if (!outcome.done() || outcome.output().contains("ERROR:")) {
            throw refused("The local database lets nobody in, and could not be given a new password. The data are untouched.",
                    "PostgreSQL said:\n" + outcome.output());
        }
        new Passwords(files).keepSuperuser(password);
    }

    private static String alter(String password) throws IOException {
        try {
            return Superuser.alter(Superuser.NAME, password);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /// Becomes a copy of another place's folder, which belongs to whoever the server runs as here.
    void moveFrom(Path old) throws IOException {
        // Beside our own folder, where the account cannot meddle while root is copying.
        Path part = PrivateFiles.beside(placement.data().getParent());
        PrivateFiles.clearBeside(placement.data().getParent());
        FileTrees.copy(old, part);
        if (placement.privileges() instanceof Privileges.Account account) {
            FileTrees.own(part, account);
        }
        finish(part);
        initdb("--sync-only", "-D", placement.data().toString());
    }

    private void finish(Path part) throws IOException {
        Files.move(part, placement.data(), ATOMIC_MOVE);
        PrivateFiles.sync(placement.data().getParent());
    }

    private void initdb(String... arguments) throws IOException {
        var log = new ServerLog(files.log());
        long before = log.size();
        if (Command.runInto(files.log(), placement.command("initdb", arguments)) != 0) {
            throw refused("The local database could not be made.", log.advice(before));
        }
    }

    /// Refuses what our PostgreSQL cannot work on.
    static void checkVersion(Path data) throws IOException {
        Path file = data.resolve("PG_VERSION");
        if (!Files.exists(file)) {
            throw refused(data + " is there, but is no PostgreSQL data folder. It was left as it is.",
                    "Move it away, or use another STEWARD_HOME.");
        }
        String found = Files.readString(file).strip();
        if (!found.equals(Binaries.major())) {
            throw refused("The local database was made by PostgreSQL " + found + ", and this version of the program brings PostgreSQL "
                    + Binaries.major() + ". The data are untouched.",
                    "Back them up with the version of the program that made them (`steward backup`), move " + data + " away, start again"
                            + " and load the file (`steward restore-backup`). Where that version is gone, PostgreSQL " + found
                            + "'s pg_dump reads them.");
        }
    }
}
