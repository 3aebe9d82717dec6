package barton.steward.cli.history;

import barton.steward.catalog.Entity;
import barton.steward.catalog.StoredWords;
import barton.steward.catalog.Table;
import barton.steward.cli.support.Answer;
import barton.steward.cli.support.AtLeastOne;
import barton.steward.cli.support.StewardCommand;
import barton.steward.cli.support.TextTable;
import barton.steward.cli.support.Times;
import barton.steward.model.history.Run;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Shows the validation log.
@Command(name = "log", description = "Show the newest runs of the validation log.")
public final class LogCommand implements Callable<Integer> {
    @ParentCommand
    private StewardCommand steward;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "20", converter = AtLeastOne.class,
            description = "How many runs. Default: ${DEFAULT-VALUE}.")
    private int limit;

    @Override
    public Integer call() {
        return steward.inSession(session -> {
            List<Run> runs = session.history().runs(limit);
            return Answer.done(new Runs(runs), text(runs));
        });
    }

    private static String text(List<Run> runs) {
        if (runs.isEmpty()) {
            return "The validation log is empty.";
        }
        var table = new TextTable("RUN", "FROM", "TO", "TOTAL", "PASSED", "FAILED", "NOT VALIDATED", "EXECUTOR", "AT", "NOTES");
        runs.forEach(r -> table.row(r.run(), r.source(), r.target(), r.total(), r.passed(), promotion(r) ? null : r.failed(),
                promotion(r) ? r.failed() : null, r.executor(), Times.shown(r.executedAt()), StoredWords.of(Table.LOG, r.notes())));
        return table.toString();
    }

    /// What was not validated when companies were promoted did not fail; of people it counts who had no place in master, too.
    private static boolean promotion(Run run) {
        return Entity.COMPANY.intake().qualifiedName().equals(run.source())
                && Entity.COMPANY.master().qualifiedName().equals(run.target());
    }

    private record Runs(List<Run> runs) {
    }
}
