package barton.steward.dao.change;

import barton.steward.catalog.Entity;
import barton.steward.model.history.RunResult;
import java.util.OptionalLong;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// A function `shq.name(of, executor)` that makes a run in the validation log and returns how many rows it was about. It waits for a
/// lost transaction of the same request to end and, where that was kept, answers with its run instead of making another.
///
/// @param what the run, as others hear of it who wait for it
/// @param one  what it is about one of, and `many` several of
/// @param done what becomes of them
public record RunFunction(String name, String what, String one, String many, String done) {
    public static final RunFunction TAKE_BACK =
            new RunFunction("take_back_promotion", "taking back", "record", "records", "taken back");
    public static final RunFunction RESTORE = new RunFunction("restore_cleared_intake", "restoring", "row", "rows", "restored");

    /// That promotes such records.
    public static RunFunction promotion(Entity entity) {
        return new RunFunction(entity.functions().promote(), "promotion", entity.word(), entity.plural(), "promoted");
    }

    /// That clears such records from intake.
    public static RunFunction clearing(Entity entity) {
        return new RunFunction(entity.functions().clear(), "clearing", "row", "rows", "cleared");
    }

    /// @throws barton.steward.model.StewardException of kind REFUSED where it was about another number of rows than was announced
    public RunResult call(Handle handle, String of, OptionalLong announced, String executor, UUID request) {
        IdempotencyKey.announce(handle, request);
        PromotionLock.acquire(handle, what, executor);
        long number = handle.createQuery("SELECT shq." + name + "(:of, :executor)").bind("of", of).bind("executor", executor)
                .mapTo(Integer.class).one();
        ExpectedCount.check(announced, number, one, many, done);
        return new RunResult(IdempotencyKey.run(handle, request), number);
    }
}
