package barton.steward.cli;

import barton.steward.model.UndoResult;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Takes an action back.
@Command(name = "undo", description = "Take back an action, as long as nothing later depends on it.")
final class UndoCommand implements Callable<Integer> {
    @ParentCommand
    private StewardCommand steward;

    @Parameters(paramLabel = "ACTION", description = "The action's number, as `history` shows it.")
    private long action;

    @Override
    public Integer call() {
        return steward.atDesk(desk -> switch (desk.daos().history().undo(action, desk.executor())) {
            case UndoResult.Undone done -> Answer.done(new Undone(done.rows(), done.actionId()),
                    "%d rows are as they were before (action %d).".formatted(done.rows(), done.actionId()));
            case UndoResult.Refused refused -> Answer.wrong(refused, "Nothing was changed.", refused.reasons());
        });
    }

    private record Undone(long rows, long action) {
    }
}
