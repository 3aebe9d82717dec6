package barton.steward.cli.support;

import barton.steward.model.Counted;
import barton.steward.model.history.BulkResult;
import barton.steward.model.query.Reach;
import barton.steward.model.query.Selection;
import barton.steward.service.change.BulkChange;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Says how a bulk action went: how many rows it announced, how many it changed, and in which action, null where it changed none.
public final class BulkAnswer {
    private static final String NOTHING = "There is nothing to do for these rows; nothing was changed.";

    private static final BulkResult.Done NONE = new BulkResult.Done(0, 0);

    private BulkAnswer() {
    }

    /// Announces, and acts unless this is a dry run.
    /// @param deed what is done to the rows, as in `marked validated`
    public static Answer of(boolean dryRun, BulkChange change, Selection rows, String deed) {
        Reach reach = change.reach(rows);
        return of(dryRun, change, rows, reach, deed, "", done -> new Counts(reach.rows(), done.changed(), number(done)));
    }

    /// The same, and says what the action puts in the place of other decisions.
    public static Answer overriding(boolean dryRun, BulkChange change, Selection rows, String deed) {
        Reach reach = change.reach(rows);
        return of(dryRun, change, rows, reach, deed, overridden(reach), done -> new Overriding(reach.rows(),
                done.changed(), reach.failed(), reach.rejected(), reach.validated(), number(done)));
    }

    private static Answer of(boolean dryRun, BulkChange change, Selection rows, Reach announced, String deed, String overridden,
                             Function<BulkResult.Done, Object> json) {
        if (dryRun) {
            return Answer.done(json.apply(NONE),
                    "%s would be %s; nothing was changed.".formatted(Counted.rows(announced.rows()), deed) + overridden);
        }
        return switch (change.perform(rows, announced)) {
            case BulkResult.Done done when done.changed() == 0 -> Answer.done(json.apply(NONE), NOTHING);
            case BulkResult.Done done -> Answer.done(json.apply(done),
                    "%s %s (action %d).".formatted(Counted.rows(done.changed()), deed, done.actionId()) + overridden);
            case BulkResult.CountDiffers differs -> Answer.wrong(json.apply(NONE), "Nothing was changed.",
                    List.of("Somebody changed rows meanwhile: %s announced, but %s now. Run it again.".formatted(
                            Counted.of(differs.announced(), "row was", "rows were"), differs.announced() == differs.actual()
                                    ? "they are not the same, or not as they were," : "it would be " + differs.actual())));
        };
    }

    private static Long number(BulkResult.Done done) {
        return done.actionId() == 0 ? null : done.actionId();
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

    private record Overriding(long announced, long changed, long overriddenFailed, long overriddenRejected, long overriddenValidated,
                              Long action) {
    }

    private record Counts(long announced, long changed, Long action) {
    }
}
