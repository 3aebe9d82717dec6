package barton.steward;

import barton.steward.config.Folders;
import barton.steward.db.Database;
import barton.steward.db.Schema;
import barton.steward.db.backup.BackupFile;
import barton.steward.db.local.LocalServer;
import barton.steward.model.Counted;
import barton.steward.model.StewardException;
import barton.steward.model.database.Backup;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// Backups and the throw-away server in which each is tried before it gets its name.
final class Backups {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final Map<String, String> environment;
    private final Consumer<String> progress;

    Backups(Map<String, String> environment, Consumer<String> progress) {
        this.environment = environment;
        this.progress = progress;
    }

    /// @param to where, or else among the backups of the home
    Backup write(Schema schema, Optional<Path> to) {
        return told(written(schema, to.orElseGet(() -> inHome("backup"))), Optional.empty());
    }

    /// @param schema of a database at the present version
    /// @param replace whether rows that are there may go, after they were backed up
    Backup restore(Schema schema, Path file, boolean replace) {
        BackupFile backup = BackupFile.open(file);
        long rows = schema.rows();
        if (rows > 0 && !replace) {
            throw StewardException.refused("The database is not empty: it has " + Counted.rows(rows) + ". Nothing was changed.",
                    "--replace puts the backup in their place, after what is there was backed up.");
        }
        Optional<BackupFile> before = rows > 0 ? Optional.of(written(schema, inHome("before-restoring"))) : Optional.empty();
        if (Schema.isPresent(backup)) {
            schema.load(backup);
        } else {
            loadByWay(schema, backup);
        }
        return told(backup, before.map(kept -> kept.path().toString()));
    }

    private BackupFile written(Schema schema, Path file) {
        BackupFile backup = schema.backUp(file);
        try {
            progress.accept("Trying the backup in a server of its own …");
            return elsewhere(trial -> {
                trial.makeFrom(backup);
                return backup.named(file);
            });
        } catch (RuntimeException e) {
            backup.discard();
            throw e;
        }
    }

    /// One of an earlier version is brought up to date where nobody works.
    private void loadByWay(Schema schema, BackupFile backup) {
        elsewhere(trial -> {
            trial.makeFrom(backup);
            BackupFile present = trial.backUp(inHome("upgraded"));
            try {
                schema.load(present);
            } finally {
                present.discard();
            }
            return true;
        });
    }

    private <T> T elsewhere(Function<Schema, T> work) {
        try (var home = ThrowAwayHome.make(environment); var server = LocalServer.join(home.folders(), progress);
             var database = Database.connect(server.settings())) {
            return work.apply(new Schema(database, false, step -> { }));
        }
    }

    private Path inHome(String kind) {
        return Folders.of(environment).data().resolve("backups").resolve(kind + "-" + TIME.format(LocalDateTime.now()) + ".zip");
    }

    private static Backup told(BackupFile backup, Optional<String> before) {
        return new Backup(backup.path().toString(), backup.tables(), backup.rows(), backup.path().toFile().length(), before);
    }
}
