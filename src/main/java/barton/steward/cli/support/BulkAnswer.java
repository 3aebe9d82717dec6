package barton.steward.cli.support;

import barton.steward.model.Counted;
import barton.steward.model.history.BulkResult;
import barton.steward.model.query.Reach;
import barton.steward.model.query.Selection;
import barton.steward.service.change.BulkChange;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/// Says how a bulk action went: how many rows it announced, and how many it changed.
public final class BulkAnswer {
    private static final String NOTHING = "There is nothing to do for these rows; nothing was changed.";

    private BulkAnswer() {
    }

    /// Announces, and acts unless this is a dry run.
    /// @param deed what is done to the rows, as in `marked validated`
    public static Answer of(boolean dryRun, BulkChange change, Selection rows, String deed) {
        long announced = change.reach(rows).rows();
        return of(dryRun, change, rows, announced, deed, "", changed -> new Counts(announced, changed));
    }

    /// The same, and says what the action puts in the place of other decisions.
    public static Answer overriding(boolean dryRun, BulkChange change, Selection rows, String deed) {
        Reach reach = change.reach(rows);
        return of(dryRun, change, rows, reach.rows(), deed, overridden(reach), changed -> new Overriding(reach.rows(), changed,
                reach.failed(), reach.rejected(), reach.validated()));
    }

    private static Answer of(boolean dryRun, BulkChange change, Selection rows, long announced, String deed, String overridden,
                             LongFunction<Object> json) {
        if (dryRun) {
            return Answer.done(json.apply(0), "%s would be %s; nothing was changed.".formatted(Counted.rows(announced), deed) + overridden);
        }
        return switch (change.perform(rows, announced)) {
            case BulkResult.Done done when done.changed() == 0 -> Answer.done(json.apply(0), NOTHING);
            case BulkResult.Done done -> Answer.done(json.apply(done.changed()),
                    "%s %s (action %d).".formatted(Counted.rows(done.changed()), deed, done.actionId()) + overridden);
            case BulkResult.CountDiffers differs -> Answer.wrong(json.apply(0), "Nothing was changed.",
                    List.of("Somebody changed rows meanwhile: %s announced, but it would be %d now. Run it again."
                            .formatted(Counted.of(differs.announced(), "row was", "rows were"), differs.actual())));
        };
    }

    private static String overridden(Reach reach) {
        var said = new ArrayList<String>();
        say(said, reach.failed(), "in which rules found fault");
        say(said, reach.rejected(), "rejected by hand");
        say(said, reach.validated(), "validated before");
        return said.isEmpty() ? "" : " Overridden: " + String.join(", ", said) + ".";
    }

    private static void say(List<String> said, long rows, String what) {
        if (rows > 0) {
            said.add(rows + " " + what);
        }
    }

    private record Overriding(long announced, long changed, long overriddenFailed, long overriddenRejected, long overriddenValidated) {
    }

    private record Counts(long announced, long changed) {
    }
}
