package barton.steward.dao.change;

import barton.steward.catalog.Entity;
import barton.steward.model.StewardException;
import barton.steward.model.history.RunResult;
import java.util.OptionalLong;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// A function `shq.name(of, executor)` that makes a run in the validation log and returns how many rows it was about. It waits for a
/// lost transaction of the same request to end and, where that was kept, answers with its run instead of making another.
public enum RunFunction {
    PROMOTE("promote_company_records", "promotion", "company", "companies", "promoted"),
    PROMOTE_PEOPLE("promote_people_records", "promotion", "person", "people", "promoted"),
    TAKE_BACK("take_back_promotion", "taking back", "record", "records", "taken back"),
    CLEAR("clear_promoted_intake", "clearing", "row", "rows", "cleared"),
    CLEAR_PEOPLE("clear_promoted_people", "clearing", "row", "rows", "cleared"),
    RESTORE("restore_cleared_intake", "restoring", "row", "rows", "restored");

    private final String name;
    private final String what;
    private final String one;
    private final String many;
    private final String done;

    RunFunction(String name, String what, String one, String many, String done) {
        this.name = name;
        this.what = what;
        this.one = one;
        this.many = many;
        this.done = done;
    }

    /// That promotes such records.
    public static RunFunction promotion(Entity entity) {
        return switch (entity) {
            case COMPANY -> PROMOTE;
            case PERSON -> PROMOTE_PEOPLE;
        };
    }

    /// That clears such records from intake.
    public static RunFunction clearing(Entity entity) {
        return switch (entity) {
            case COMPANY -> CLEAR;
            case PERSON -> CLEAR_PEOPLE;
        };
    }

    /// @throws StewardException of kind REFUSED where it was about another number of rows than was announced
    public RunResult call(Handle handle, String of, OptionalLong announced, String executor, UUID request) {
        IdempotencyKey.announce(handle, request);
        PromotionLock.take(handle, what, executor);
        long number = handle.createQuery("SELECT shq." + name + "(:of, :executor)").bind("of", of).bind("executor", executor)
                .mapTo(Integer.class).one();
        ExpectedCount.check(announced, number, one, many, done);
        return new RunResult(IdempotencyKey.run(handle, request), number);
    }
}
