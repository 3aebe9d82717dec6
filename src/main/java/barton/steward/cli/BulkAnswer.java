package barton.steward.cli;

import barton.steward.model.BulkResult;
import java.util.List;
import java.util.function.LongFunction;

/// Says how a bulk action went: how many rows it announced, and how many it changed.
final class BulkAnswer {
    private static final String NOTHING = "There is nothing to do for these rows; nothing was changed.";

    private BulkAnswer() {
    }

    /// Announces, and acts unless this is a dry run.
    /// @param deed what is done to the rows, as in `marked validated`
    static Answer of(boolean dryRun, long announced, String deed, LongFunction<BulkResult> action) {
        if (dryRun) {
            return Answer.done(new Counts(announced, 0), "%d rows would be %s; nothing was changed.".formatted(announced, deed));
        }
        return switch (action.apply(announced)) {
            case BulkResult.Done done when done.changed() == 0 -> Answer.done(new Counts(announced, 0), NOTHING);
            case BulkResult.Done done -> Answer.done(new Counts(announced, done.changed()),
                    "%d rows %s (action %d).".formatted(done.changed(), deed, done.actionId()));
            case BulkResult.CountDiffers differs -> Answer.wrong(new Counts(announced, 0), "Nothing was changed.",
                    List.of("Somebody changed rows meanwhile: %d rows were announced, but it would be %d now. Run it again."
                            .formatted(differs.announced(), differs.actual())));
        };
    }

    private record Counts(long announced, long changed) {
    }
}
