package barton.steward.cli.database;

import barton.steward.cli.support.Answer;
import barton.steward.cli.support.StewardCommand;
import barton.steward.model.Counted;
import barton.steward.model.database.Backup;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Puts a backup in the place of what is in the database.
@Command(name = "restore-backup", description = "Put a backup of this or an earlier version into the database, in one transaction, and read"
        + " every row again. One that is not empty is left alone without --replace.")
public final class RestoreBackupCommand implements Callable<Integer> {
    @ParentCommand
    private StewardCommand steward;

    @Parameters(paramLabel = "FILE", description = "A file that `backup` wrote.")
    private Path file;

    @Option(names = "--replace", description = "Put it in the place of what is there, after that was backed up.")
    private boolean replace;

    @Override
    public Integer call() {
        return steward.answer(() -> {
            Backup backup = steward.restore(file, replace);
            return Answer.done(backup, "%s of %s were restored from %s.%s".formatted(Counted.rows(backup.rows()),
                    Counted.of(backup.tables(), "table", "tables"), backup.file(),
                    backup.before().map(kept -> " What was there before is in " + kept + ".").orElse("")));
        });
    }
}
