package barton.steward.dao.change;

import barton.steward.db.Database;
import barton.steward.model.StewardException;
import barton.steward.model.StewardException.Kind;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/// Requests that are done once, however often they are made: each stands in the database with what it did.
public final class IdempotencyKey {
    private IdempotencyKey() {
    }

    /// Does what a request asks for, in one transaction and once.
    /// @param earlier what it did already, where it was done
    public static <T> T once(Database database, UUID request, Function<Handle, Optional<T>> earlier, Function<Handle, T> work) {
        return write(database, handle -> {
            lock(handle, request.toString());
            return earlier.apply(handle).orElseGet(() -> work.apply(handle));
        });
    }

    /// Does something in a transaction, again where the reply to that was lost.
    /// @param work looks first whether the request was done
    public static <T> T write(Database database, Function<Handle, T> work) {
        return untilKnown(() -> database.longWrite(work));
    }

    /// Does something in a short transaction, once: where the reply to its commit was lost, it is looked up whether it was kept, and the
    /// answer is the one that the work gave then. For what leaves no action or run with a request of its own.
    public static <T> T kept(Database database, Function<Handle, T> work) {
        return kept(database::write, work);
    }

    /// The same of work that may take minutes.
    public static <T> T keptLong(Database database, Function<Handle, T> work) {
        return kept(database::longWrite, work);
    }

    private static <T> T kept(Function<Function<Handle, T>, T> transaction, Function<Handle, T> work) {
        String request = UUID.randomUUID().toString();
        var answer = new AtomicReference<T>();
        return untilKnown(() -> transaction.apply(handle -> {
            // Waits while the transaction whose connection broke has not ended.
            boolean isNew = handle.createUpdate("INSERT INTO shq.kept_request (request_id) VALUES (:request::uuid) ON CONFLICT DO NOTHING")
                    .bind("request", request).execute() == 1;
            if (isNew) {
                answer.set(work.apply(handle));
            }
            return answer.get();
        }));
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

    /// The action that this request did already, where the reply to it was lost. Waits while the same request runs elsewhere, as one
    /// may whose connection broke.
    public static Optional<AuditedChange.Outcome> action(Handle handle, UUID request) {
        lock(handle, request.toString());
        return handle.createQuery("""
                SELECT a.row_count AS rows, a.action_id AS action FROM shq.action a WHERE a.request_id = :request""")
                .bind("request", request).map(ConstructorMapper.of(AuditedChange.Outcome.class)).findOne();
    }

    /// The run that this request made; null where there was nothing to log.
    public static String run(Handle handle, UUID request) {
        return handle.createQuery("SELECT d.validation_run_id FROM shq.run_detail d WHERE d.request_id = :request").bind("request", request)
                .mapTo(String.class).findOne().orElse(null);
    }

    /// Tells the functions of the database, until the transaction ends, by which request they are called.
    public static void announce(Handle handle, UUID request) {
        handle.createQuery("SELECT set_config('steward.request_id', :request, true)").bind("request", request.toString())
                .mapTo(String.class).one();
    }

    /// Waits while something is done elsewhere under this name, and keeps others away until the transaction ends.
    public static void lock(Handle handle, String name) {
        handle.createQuery("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(:name, 0))").bind("name", name)
                .mapTo(Integer.class).one();
    }
}
