package barton.steward.dao.promotion;

import barton.steward.dao.change.IdempotencyKey;
import barton.steward.dao.change.RunFunction;
import barton.steward.db.Database;
import barton.steward.model.history.RunResult;
import barton.steward.model.history.StandingRun;
import barton.steward.model.promotion.TakeBack;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

public final class JdbiTakeBackDao implements TakeBackDao {
    private static final String OUTLOOK = """
            WITH c AS MATERIALIZED (SELECT r.id, r.name, r.kept_because FROM shq.records_of_run(:run) r)
            SELECT (SELECT count(*) FROM c WHERE c.kept_because IS NULL) AS going,
                   (SELECT count(*) FROM c WHERE c.kept_because IS NOT NULL) AS kept, k.id, k.name, k.kept_because
            FROM (SELECT 1) AS one
            LEFT JOIN (SELECT c.id, c.name, c.kept_because FROM c WHERE c.kept_because IS NOT NULL
                       ORDER BY c.name, c.id LIMIT :most) k ON true""";
    /// Of what began at the instant, a promotion is later that its own transaction ran the rules for.
    private static final String STANDING = """
            SELECT d.validation_run_id AS run, d.kind
            FROM shq.run_detail d
            JOIN public.shq_validation_log l ON l.validation_run_id = d.validation_run_id
            CROSS JOIN (SELECT :since::timestamptz AS since) s
            WHERE d.kind IN ('promotion', 'people-promotion', 'clearing') AND l.executed_by = :executor AND l.passed_records > 0
              AND (d.created_at > s.since OR d.created_at = s.since AND EXISTS (
                       SELECT FROM shq.run_detail v
                       WHERE v.kind = 'validation' AND v.created_at = s.since AND v.batch = d.batch AND v.run_no < d.run_no))
              AND NOT EXISTS (SELECT FROM shq.run_detail o WHERE o.of_run = d.validation_run_id)
            ORDER BY d.run_no DESC
            LIMIT 1""";

    private final Database database;

    public JdbiTakeBackDao(Database database) {
        this.database = database;
    }

    @Override
    public TakeBack preview(String run) {
        return database.read(handle -> outlook(handle, run));
    }

    @Override
    public TakeBack takeBack(String run, OptionalLong announced, String executor, UUID request) {
        return IdempotencyKey.write(database, handle -> {
            RunResult done = RunFunction.TAKE_BACK.call(handle, run, announced, executor, request);
            TakeBack left = outlook(handle, run);
            return new TakeBack(run, done.run(), done.rows(), left.kept(), left.staying());
        });
    }

    @Override
    public Optional<StandingRun> latestStanding(String executor, Instant since) {
        return database.read(handle -> handle.createQuery(STANDING).bind("since", since).bind("executor", executor)
                .map(ConstructorMapper.of(StandingRun.class)).findOne());
    }

    private static TakeBack outlook(Handle handle, String run) {
        record TakeBackCounts(long going, long kept, TakeBack.Kept staying) {
        }

        List<TakeBackCounts> found = handle.createQuery(OUTLOOK).bind("run", run).bind("most", TakeBack.MOST_NAMED)
                .map((result, context) -> new TakeBackCounts(result.getLong("going"), result.getLong("kept"),
                        result.getString("id") == null ? null : new TakeBack.Kept(result.getString("id"), result.getString("name"),
                                result.getString("kept_because")))).list();
        return new TakeBack(run, null, found.getFirst().going(), found.getFirst().kept(),
                found.stream().map(TakeBackCounts::staying).filter(Objects::nonNull).toList());
    }
}
