package barton.steward.dao.intake;

import barton.steward.catalog.Entity;
import barton.steward.dao.change.IdempotencyKey;
import barton.steward.dao.change.RunFunction;
import barton.steward.dao.query.KnownRecordsSql;
import barton.steward.db.Database;
import barton.steward.model.history.RunResult;
import java.util.OptionalLong;
import java.util.UUID;

public final class JdbiClearingDao implements ClearingDao {
    private static final String CLEARABLE = """
            SELECT count(*) FROM %s i
            WHERE i.import_batch_id = :of
              AND EXISTS (SELECT FROM %s m
                          WHERE m.source_record_id = i.id::text AND m.source_system = 'intake_promotion')""";
    private static final String RESTORABLE = """
            SELECT count(*) FROM shq.cleared_intake c
            WHERE c.validation_run_id = :of
              AND NOT EXISTS (SELECT FROM shq.run_detail d WHERE d.kind = 'restoring' AND d.of_run = c.validation_run_id)""";

    private final Database database;

    public JdbiClearingDao(Database database) {
        this.database = database;
    }

    @Override
    public long countToClear(Entity entity, String batch) {
        return count(CLEARABLE.formatted(entity.intake().qualifiedName(), KnownRecordsSql.of(entity)), batch);
    }

    @Override
    public RunResult clear(Entity entity, String batch, OptionalLong announced, String executor, UUID request) {
        return run(RunFunction.clearing(entity), batch, announced, executor, request);
    }

    @Override
    public long countToRestore(String run) {
        return count(RESTORABLE, run);
    }

    @Override
    public RunResult restore(String run, OptionalLong announced, String executor, UUID request) {
        return run(RunFunction.RESTORE, run, announced, executor, request);
    }

    private long count(String question, String of) {
        return database.read(handle -> handle.createQuery(question).bind("of", of).mapTo(Long.class).one());
    }

    private RunResult run(RunFunction function, String of, OptionalLong announced, String executor, UUID request) {
        return IdempotencyKey.write(database, handle -> function.call(handle, of, announced, executor, request));
    }
}
