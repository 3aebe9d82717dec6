package barton.steward.cli.history;

import barton.steward.cli.support.Answer;
import barton.steward.cli.support.StewardCommand;
import barton.steward.model.Counted;
import barton.steward.model.history.UndoResult;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Takes an action or a run of rules back.
@Command(name = "undo", description = "Take back an action, or what a run of rules did, as long as nothing later depends on it.")
public final class UndoCommand implements Callable<Integer> {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    @ParentCommand
    private StewardCommand steward;

    @Parameters(paramLabel = "ACTION", description = "The action's number, as `history` shows it, or the run of rules (VLD-…), as `log`"
            + " shows it.")
    private String what;

    @Override
    public Integer call() {
        return steward.inSession(session -> switch (NUMBER.matcher(what).matches()
                ? session.history().undo(Long.parseLong(what))
                : session.history().undoRun(what)) {
            case UndoResult.Undone done -> Answer.done(new Undone(done.rows(), done.actionId()),
                    "%s before (action %d).".formatted(
                        Counted.of(done.rows(), "row is as it was", "rows are as they were"), done.actionId()));
            case UndoResult.Refused refused -> Answer.wrong(refused, "Nothing was changed.", refused.reasons());
        });
    }

    private record Undone(long rows, long action) {
    }
}
