package barton.steward.cli.intake;

import barton.steward.catalog.Entity;
import barton.steward.cli.support.Answer;
import barton.steward.cli.support.IntakeSelection;
import barton.steward.cli.support.OfPeople;
import barton.steward.cli.support.StewardCommand;
import barton.steward.model.Counted;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Clears promoted rows from intake.
@Command(name = "clear", description = "Clear the promoted rows of a batch from intake. Each is kept whole; `restore` puts them back.")
public final class ClearCommand implements Callable<Integer> {
    @ParentCommand
    private StewardCommand steward;

    @Option(names = "--batch", paramLabel = "ID", required = true, description = "The batch.")
    private String batch;

    @Mixin
    private OfPeople of;

    @Option(names = "--dry-run", description = "Only tell how many rows would be cleared.")
    private boolean dryRun;

    @Override
    public Integer call() {
        return steward.inSession(session -> {
            Entity entity = of.entity();
            IntakeSelection.found(session, IntakeSelection.batch(entity, batch));
            long announced = session.clearing().countToClear(entity, batch);
            if (dryRun) {
                return Answer.done(new Cleared(batch, null, announced, 0),
                        "%s of batch %s would be cleared; nothing was changed.".formatted(
                                Counted.of(announced, "promoted row", "promoted rows"), batch));
            }
            var done = session.clearing().clear(entity, batch, announced);
            return Answer.done(new Cleared(batch, done.run(), announced, done.rows()), done.run() == null
                    ? "No row of batch " + batch + " is promoted; nothing was changed."
                    : "%s of batch %s cleared in run %s.".formatted(
                            Counted.of(done.rows(), "promoted row", "promoted rows"), batch, done.run()));
        });
    }

    private record Cleared(String batch, String run, long announced, long cleared) {
    }
}
