package barton.steward.dao.matching;

import barton.steward.db.Database;
import barton.steward.model.StewardException;
import barton.steward.model.matching.DecideResult;
import barton.steward.model.matching.MatchCounts;
import barton.steward.model.matching.MatchField;
import barton.steward.model.matching.MatchPair;
import barton.steward.model.matching.MatchRun;
import barton.steward.model.matching.MatchThresholds;
import barton.steward.model.matching.MatchVerdict;
import barton.steward.model.matching.PairFilter;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

public final class JdbiMatchDao implements MatchDao {
    private static final String LAST_RUN = """
            SELECT match_run_id, within_batch, compared, compared_with, candidates, executor, found_at
            FROM shq.match_run WHERE batch = ? ORDER BY match_run_id DESC LIMIT 1""";
    private static final String COUNTS = """
            SELECT count(*) FILTER (WHERE p.state = 'open'), count(*) FILTER (WHERE p.state = 'later'),
                   count(*) FILTER (WHERE p.state = 'same'), count(*) FILTER (WHERE p.state = 'different'),
                   (SELECT count(*) FROM intake.company_raw_intake t WHERE t.import_batch_id = :batch
                       AND EXISTS (SELECT FROM shq.match_hold() h WHERE h.intake_id = t.id)
                       AND NOT EXISTS (SELECT FROM marketing.company_master m WHERE m.source_record_id = t.id::text))
            FROM shq.match_pair_state() p
            WHERE p.batch = :batch AND\s""" + MatchPairs.SHOWN;

    private static final String OPEN = """
            SELECT r.batch, (SELECT count(*) FROM shq.match_pair_state() p WHERE p.batch = r.batch AND p.state = 'open' AND %s)
            FROM shq.match_run r
            GROUP BY r.batch
            ORDER BY max(r.match_run_id) DESC""".formatted(MatchPairs.SHOWN);

    private final Database database;

    public JdbiMatchDao(Database database) {
        this.database = database;
    }

    @Override
    public MatchRun find(String batch, boolean withinBatch, String executor) {
        return database.longWrite(handle -> new MatchSearch(handle, batch, withinBatch).run(executor));
    }

    @Override
    public Optional<MatchRun> lastRun(String batch) {
        return database.read(handle -> handle.createQuery(LAST_RUN).bind(0, batch).map((result, context) -> new MatchRun(
                result.getLong(1), batch, result.getBoolean(2), result.getLong(3), result.getLong(4), result.getLong(5),
                result.getString(6), result.getObject(7, OffsetDateTime.class).toInstant())).findOne());
    }

    @Override
    public Map<String, Long> open() {
        return database.read(handle -> {
            var open = new LinkedHashMap<String, Long>();
            handle.createQuery(OPEN).map((result, context) -> open.put(result.getString(1), result.getLong(2))).list();
            return open;
        });
    }

    @Override
    public List<MatchPair> pairs(String batch, PairFilter filter, Optional<MatchPair> after, int limit) {
        return database.read(handle -> MatchPairs.page(handle, batch, filter, after, Math.min(limit, MAX_PAGE)));
    }

    @Override
    public Optional<MatchPair> pair(long id) {
        return database.read(handle -> MatchPairs.one(handle, id));
    }

    @Override
    public DecideResult decide(MatchPair pair, MatchVerdict verdict, Set<MatchField> taken, String executor) {
        var deciding = new MatchDecisionWriter(pair, verdict, taken, executor);
        try {
            return database.write(deciding::run);
        } catch (StewardException e) {
            if (e.kind() == StewardException.Kind.REFUSED) {
                return new DecideResult.Refused((e.getMessage() + " " + e.advice()).strip());
            }
            throw e;
        }
    }

    @Override
    public MatchCounts counts(String batch) {
        return database.read(handle -> handle.createQuery(COUNTS).bind("batch", batch).map((result, context) -> new MatchCounts(
                result.getLong(1), result.getLong(2), result.getLong(3), result.getLong(4), result.getLong(5))).one());
    }

    @Override
    public MatchThresholds thresholds() {
        return database.read(handle -> handle.createQuery("SELECT shown, held FROM shq.match_setting").map((result, context) -> {
            Integer held = result.getObject(2, Integer.class);
            return new MatchThresholds(result.getInt(1), held == null ? OptionalInt.empty() : OptionalInt.of(held));
        }).one());
    }

    @Override
    public void set(MatchThresholds thresholds, String executor) {
        Integer held = thresholds.held().isPresent() ? thresholds.held().getAsInt() : null;
        database.write(handle -> handle.createUpdate("UPDATE shq.match_setting SET shown = ?, held = ?, set_by = ?, set_at = now()")
                .bind(0, thresholds.shown()).bind(1, held).bind(2, executor).execute());
    }
}
