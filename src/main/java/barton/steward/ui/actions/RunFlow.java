package barton.steward.ui.actions;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Table;
import barton.steward.model.StewardException;
import barton.steward.model.history.RunResult;
import barton.steward.service.intake.Clearing;
import barton.steward.service.question.FigureQueries;
import barton.steward.ui.support.Failure;
import barton.steward.ui.support.Messages;
import java.util.UUID;
import java.util.function.ToLongFunction;

/// Takes a steward through clearing promoted rows from intake and restoring them: exactly how many rows, the go-ahead, and what came
/// of it, with the way to the run in the log.
public final class RunFlow {
    private final AppContext context;
    private final Clearing clearing;

    public RunFlow(AppContext context) {
        this.context = context;
        this.clearing = context.session().clearing();
    }

    /// Clears the promoted rows of a batch.
    public void clear(Entity entity, String batch) {
        announce(new Act("clear", batch, entity.intake(), of -> clearing.countToClear(entity, of),
                (of, announced, request) -> clearing.clear(entity, of, announced, request)));
    }

    /// Restores the rows that a run cleared.
    public void restore(String run) {
        announce(new Act("restore", run, null, clearing::countToRestore, clearing::restore));
    }

    /// `name` is the message key of its texts (`run.<name>.…`), `of` the batch or run that it is about, `table` what it changes; null: one
    /// of those of intake.
    private record Act(String name, String of, Table table, ToLongFunction<String> counting, Doing doing) {
        String text(String part, long rows) {
            return Messages.get("run." + name + "." + part, rows, of);
        }
    }

    @FunctionalInterface
    private interface Doing {
        RunResult perform(String of, long announced, UUID request);
    }

    private void announce(Act act) {
        context.tasks().run(Messages.get("task.count"), () -> act.counting().applyAsLong(act.of()), rows -> {
            if (rows == 0) {
                context.notices().say(act.text("nothing", rows));
            } else {
                context.dialogs().confirm(act.text("title", rows), act.text("question", rows), act.text("button", rows),
                        () -> perform(act, rows));
            }
        });
    }

    private void perform(Act act, long announced) {
        UUID request = UUID.randomUUID();
        context.tasks().work(act.text("job", announced),
                () -> act.doing().perform(act.of(), announced, request),
                result -> done(act, result), failure -> failed(failure, () -> announce(act)));
    }

    private void done(Act act, RunResult result) {
        context.notices().say(act.text("done", result.rows()), Messages.get("run.show"),
                () -> context.open(FigureQueries.run(result.run())));
        context.changed(act.table() == null ? new Table[] {Table.INTAKE, Table.PEOPLE_INTAKE, Table.LOG}
                : new Table[] {act.table(), Table.LOG});
    }

    /// What was refused is announced anew before it is tried again.
    private void failed(Failure failure, Runnable anew) {
        context.tasks().fail(failure.cause().kind() == StewardException.Kind.REFUSED
                ? new Failure(failure.task(), failure.cause(), anew) : failure);
    }
}
