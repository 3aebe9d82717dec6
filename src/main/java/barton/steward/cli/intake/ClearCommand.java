package barton.steward.cli.intake;

import barton.steward.catalog.Entity;
import barton.steward.cli.support.Answer;
import barton.steward.cli.support.OneBatch;
import barton.steward.cli.support.StewardCommand;
import barton.steward.model.Counted;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/// Clears promoted rows from intake.
@Command(name = "clear", description = "Clear the promoted rows of a batch from intake. Each is kept whole; `restore` puts them back.")
public final class ClearCommand implements Callable<Integer> {
    @ParentCommand
    private StewardCommand steward;

    @Mixin
    private OneBatch batch;

    @Override
    public Integer call() {
        return steward.inSession(session -> {
            Entity entity = batch.entity(session);
            long announced = session.clearing().countToClear(entity, batch.name());
            if (batch.dryRun()) {
                return Answer.done(new Cleared(batch.name(), null, announced, 0),
                        "%s of batch %s would be cleared; nothing was changed.".formatted(
                                Counted.of(announced, "promoted row", "promoted rows"), batch.name()));
            }
            var done = session.clearing().clear(entity, batch.name(), announced);
            return Answer.done(new Cleared(batch.name(), done.run(), announced, done.rows()), done.run() == null
                    ? "No row of batch " + batch.name() + " is promoted; nothing was changed."
                    : "%s of batch %s cleared in run %s.".formatted(
                            Counted.of(done.rows(), "promoted row", "promoted rows"), batch.name(), done.run()));
        });
    }

    private record Cleared(String batch, String run, long announced, long cleared) {
    }
}
