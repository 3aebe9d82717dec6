package barton.steward.dao.change;

import barton.steward.db.Database;
import barton.steward.model.Counted;
import barton.steward.model.StewardException;
import barton.steward.model.history.BulkResult;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// What changes many rows is done to as many as were announced, or to none.
public final class ExpectedCount {
    private ExpectedCount() {
    }

    /// A bulk action, done once for a request.
    /// @param action changes nothing where the number of rows is another one, and says which
    public static BulkResult run(Database database, UUID request, long announced, Function<Handle, AuditedChange.Outcome> action) {
        return IdempotencyKey.once(database, request,
                handle -> IdempotencyKey.action(handle, request)
                        .<BulkResult>map(earlier -> new BulkResult.Done(earlier.rows(), earlier.action())),
                handle -> result(announced, action.apply(handle)));
    }

    /// What became of it: where as many rows were there, but not the ones that were announced, nothing was changed.
    public static BulkResult result(long announced, AuditedChange.Outcome outcome) {
        boolean others = outcome.rows() > 0 && outcome.action() == 0 && ExpectedRows.areKnown();
        return outcome.rows() == announced && !others ? new BulkResult.Done(outcome.rows(), outcome.action())
                : new BulkResult.CountDiffers(announced, outcome.rows());
    }

    /// Refuses another number of rows than was announced.
    public static void check(OptionalLong announced, long actual) {
        if (differs(announced, actual)) {
            throw StewardException.refused("Rows were changed meanwhile: %s announced, but it would be %d now. Nothing was changed."
                    .formatted(Counted.of(announced.getAsLong(), "was", "were"), actual), "Look at it again, then do it.");
        }
    }

    /// The same of what was done already, and is undone by the end of the transaction.
    /// @param one  what one of them is called
    /// @param done what becomes of them, as in “promoted”
    public static void check(OptionalLong announced, long actual, String one, String many, String done) {
        if (differs(announced, actual)) {
            throw StewardException.refused("%s announced, but now it would be %d; nothing was %s."
                    .formatted(Counted.of(announced.getAsLong(), one + " was", many + " were"), actual, done),
                    "Somebody changed something meanwhile. Look at it again before you decide.");
        }
    }

    private static boolean differs(OptionalLong announced, long actual) {
        return announced.isPresent() && announced.getAsLong() != actual;
    }
}
