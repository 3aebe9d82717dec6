package barton.steward.dao.change;

import barton.steward.db.Database;
import barton.steward.model.history.BulkResult;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// Bulk actions that are done once for a request, and only to as many rows as were announced.
public final class ExpectedCount {
    private ExpectedCount() {
    }

    /// @param action changes nothing where the number of rows is another one, and says which
    public static BulkResult run(Database database, UUID request, long announced, Function<Handle, AuditedChange.Outcome> action) {
        return IdempotencyKey.untilKnown(() -> database.longWrite(handle -> {
            Optional<AuditedChange.Outcome> earlier = IdempotencyKey.action(handle, request);
            AuditedChange.Outcome outcome = earlier.orElseGet(() -> action.apply(handle));
            return earlier.isPresent() || outcome.rows() == announced ? new BulkResult.Done(outcome.rows(), outcome.action())
                    : new BulkResult.CountDiffers(announced, outcome.rows());
        }));
    }
}
