package barton.steward.cli.database;

import barton.steward.cli.support.Answer;
import barton.steward.cli.support.StewardCommand;
import barton.steward.cli.support.TextTable;
import barton.steward.model.database.Rollback;
import barton.steward.model.database.RollbackRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Takes the schema of a database back to a point of its own history.
@Command(name = "rollback", description = "Take a database back to a version of its own history: 006, 004, 003, 002, 001 or 000. What"
        + " Barton Steward made goes as a whole, in one transaction; nothing of others does. `migrate` goes on from there.")
public final class RollbackCommand implements Callable<Integer> {
    @ParentCommand
    private StewardCommand steward;

    @Option(names = "--to", paramLabel = "VERSION", required = true, description = "The version at which the database stands then.")
    private int to;

    @Option(names = "--dry-run", description = "Only tell what would be lost, and what stands in the way.")
    private boolean dryRun;

    @Option(names = "--export", paramLabel = "DIR", description = "Write what would be lost into a folder first, as CSV files with a"
            + " manifest; where that fails, nothing is changed.")
    private Path export;

    @Option(names = "--discard", description = "Let go what would be lost, without writing it anywhere.")
    private boolean discard;

    @Override
    public Integer call() {
        return steward.answer(() -> {
            Rollback rollback = steward.rollback(new RollbackRequest(to, dryRun, Optional.ofNullable(export), discard, steward.executor()));
            return Answer.done(new Told(rollback), text(rollback));
        });
    }

    private static String text(Rollback rollback) {
        var said = new ArrayList<String>();
        if (!rollback.lost().isEmpty()) {
            var table = new TextTable("ROWS", rollback.done() ? "LOST" : "WOULD BE LOST", "FROM");
            rollback.lost().forEach(loss -> table.row(loss.rows(), loss.what(), loss.from()));
            said.add(table.toString());
        }
        said.addAll(rollback.remarks());
        rollback.manifest().ifPresent(manifest -> said.add("What was lost stands in the files that " + manifest + " lists."));
        String lost = rollback.lost().isEmpty() ? ", and nothing is lost" : "";
        said.add(rollback.done() ? "The database stands at " + rollback.point() + lost + "; `migrate` brings it up to date again."
                : "The database would stand at " + rollback.point() + lost + "; nothing was changed.");
        return String.join("\n", said);
    }

    private record Told(boolean dryRun, Rollback rollback) {
        Told(Rollback rollback) {
            this(!rollback.done(), rollback);
        }
    }
}
