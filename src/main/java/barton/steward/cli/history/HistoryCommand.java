package barton.steward.cli.history;

import barton.steward.cli.support.Answer;
import barton.steward.cli.support.AtLeastOne;
import barton.steward.cli.support.StewardCommand;
import barton.steward.cli.support.TextTable;
import barton.steward.cli.support.Times;
import barton.steward.model.history.Action;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Shows what stewards did, each with the number by which it can be taken back.
@Command(name = "history", description = "Show the newest actions of stewards, which `undo` takes back.")
public final class HistoryCommand implements Callable<Integer> {
    @ParentCommand
    private StewardCommand steward;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "20", converter = AtLeastOne.class,
            description = "How many actions. Default: ${DEFAULT-VALUE}.")
    private int limit;

    @Override
    public Integer call() {
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
