package barton.steward.cli.database;

import barton.steward.cli.support.Answer;
import barton.steward.cli.support.StewardCommand;
import barton.steward.model.Counted;
import barton.steward.model.database.Backup;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Writes all rows of the database into a file.
@Command(name = "backup", description = "Write all rows of the database, as of one moment, into a file, and find it whole by restoring it"
        + " into a server of its own that is thrown away. `restore-backup` puts it back, here or into another database.")
public final class BackupCommand implements Callable<Integer> {
    @ParentCommand
    private StewardCommand steward;

    @Option(names = "--to", paramLabel = "FILE", description = "The file. Default: one among the backups of this home.")
    private Path to;

    @Override
    public Integer call() {
        return steward.answer(() -> {
            Backup backup = steward.backUp(Optional.ofNullable(to));
            return Answer.done(backup, "%s of %s are in %s (%s bytes), which was restored for a trial.".formatted(
                    Counted.rows(backup.rows()), Counted.of(backup.tables(), "table", "tables"), backup.file(), backup.bytes()));
        });
    }
}
