package barton.steward.cli.history;

import barton.steward.catalog.Table;
import barton.steward.cli.support.Answer;
import barton.steward.cli.support.AtLeastOne;
import barton.steward.cli.support.StewardCommand;
import barton.steward.cli.support.TableName;
import barton.steward.cli.support.TextTable;
import barton.steward.cli.support.Times;
import barton.steward.model.history.Action;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// Shows what stewards did, each with the number by which it can be taken back, or one record as it was.
@Command(name = "history", description = "Show the newest actions of stewards, which `undo` takes"
        + " back, or what became of one record.")
public final class HistoryCommand implements Callable<Integer> {
    @ParentCommand
    private StewardCommand steward;

    @Spec
    private CommandSpec spec;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "20", converter = AtLeastOne.class,
            description = "How many actions. Default: ${DEFAULT-VALUE}.")
    private int limit;

    @Option(names = "--record", paramLabel = "ID", description = "What became of one record: its ID, or the number of a row of intake."
            + " It need not be there any more.")
    private String record;

    @Option(names = "--table", paramLabel = "TABLE", converter = TableName.class, completionCandidates = TableName.class,
            description = "The table of the record, one of ${COMPLETION-CANDIDATES}. Default: that in which the ID is; sidecars have to"
                    + " be said.")
    private Table table;

    @Option(names = "--at", paramLabel = "TIME", converter = PointInTime.class, description = "The record as it was at that time, like"
            + " \"2026-03-01 14:00\" (in the zone of this computer), 2026-03-01T13:00:00Z or \"2026-03-01 14:00 Europe/Berlin\"; a day"
            + " alone is its beginning.")
    private Instant at;

    @Override
    public Integer call() {
        if (record == null && (at != null || table != null)) {
            throw new ParameterException(spec.commandLine(), "--at and --table are about a record: say which with --record");
        }
        if (table == Table.LOG) {
            throw new ParameterException(spec.commandLine(), "the validation log only grows, so its rows have no history");
        }
        if (record != null) {
            return steward.inSession(session -> {
                var found = RecordOfPast.of(session.history(), record.strip(), table);
                return at == null ? found.story() : found.at(at);
            });
        }
        return steward.inSession(session -> {
            List<Action> actions = session.history().actions(limit);
            return Answer.done(new Actions(actions), text(actions));
        });
    }

    private static String text(List<Action> actions) {
        if (actions.isEmpty()) {
            return "Nothing was done yet.";
        }
        var table = new TextTable("ACTION", "WHAT", "ROWS", "EXECUTOR", "AT", "TAKEN BACK BY");
        actions.forEach(a -> table.row(a.id(), a.summary(), a.rows(), a.executor(), Times.shown(a.at()), a.undoneBy()));
        return table.toString();
    }

    private record Actions(List<Action> actions) {
    }
}
