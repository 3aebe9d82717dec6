package barton.steward.dao.change;

import barton.steward.model.StewardException;
import barton.steward.model.StewardException.Kind;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/// Requests that are done once, however often they are made: each stands in the database with what it did.
public final class IdempotencyKey {
    private IdempotencyKey() {
    }

    /// Makes a request again where the reply to it was lost, which finds out what became of it. Where that cannot be found out
    /// now, the outcome stays unknown.
    /// @param attempt looks first whether the request was done
    public static <T> T untilKnown(Supplier<T> attempt) {
        try {
            return attempt.get();
        } catch (StewardException lost) {
            if (lost.kind() != Kind.OUTCOME_UNKNOWN) {
                throw lost;
            }
            return again(attempt, lost);
        }
    }

    private static <T> T again(Supplier<T> attempt, StewardException lost) {
        try {
            return attempt.get();
        } catch (StewardException e) {
            if (e.kind() == Kind.REFUSED) {
                throw e;
            }
            lost.addSuppressed(e);
            throw lost;
        }
    }

    /// The action that this request did already, where the reply to it was lost.
    public static Optional<AuditedChange.Outcome> action(Handle handle, UUID request) {
        lock(handle, request);
        return handle.createQuery("SELECT a.row_count, a.action_id FROM shq.action a WHERE a.request_id = ?").bind(0, request)
                .map((result, context) -> new AuditedChange.Outcome(result.getLong(1), result.getLong(2))).findOne();
    }

    /// The run that this request made; null where there was nothing to log.
    public static String run(Handle handle, UUID request) {
        return handle.createQuery("SELECT d.validation_run_id FROM shq.run_detail d WHERE d.request_id = ?").bind(0, request)
                .mapTo(String.class).findOne().orElse(null);
    }

    /// Tells the functions of the database, until the transaction ends, by which request they are called.
    public static void announce(Handle handle, UUID request) {
        handle.createQuery("SELECT set_config('steward.request_id', ?, true)").bind(0, request.toString()).mapTo(String.class).one();
    }

    /// Waits while the same request runs elsewhere, as one may whose connection broke; to be taken before it is looked up.
    public static void lock(Handle handle, UUID request) {
        handle.createQuery("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(?, 0))").bind(0, request.toString())
                .mapTo(Integer.class).one();
    }
}
