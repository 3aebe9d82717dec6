package barton.steward.dao;

import barton.steward.db.Database;
import barton.steward.model.PromotionRefusal;
import barton.steward.model.PromotionResult;
import barton.steward.model.RuleEntity;
import barton.steward.model.RunResult;
import barton.steward.model.TakeAlong;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/// What promotions of companies and of people have in common.
abstract class JdbiPromoting implements PromotingDao {
    private final Database database;
    private final RunFunction function;
    private final EnrichmentAlong enrichment;
    private final List<String> filled;

    /// @param filled the tables that get rows
    JdbiPromoting(Database database, RuleEntity entity, RunFunction function, List<String> filled) {
        this.database = database;
        this.enrichment = new EnrichmentAlong(entity);
        this.function = function;
        this.filled = filled;
    }

    Database database() {
        return database;
    }

    /// @param question for id and reason of rows of batch `?`, at most `?`
    List<PromotionRefusal> rows(String question, String batch, int most) {
        return database.read(handle -> handle.createQuery(question).bind(0, batch).bind(1, most)
                .map((r, context) -> new PromotionRefusal(r.getLong(1), r.getString(2))).list());
    }

    List<String> batches(String question) {
        return database.read(handle -> handle.createQuery(question).mapTo(String.class).list());
    }

    @Override
    public PromotionResult promote(String batch, OptionalLong announced, TakeAlong along, String executor, UUID request) {
        return Requests.untilKnown(() -> database.longWrite(handle -> {
            RunResult result = function.call(handle, batch, announced, executor, request);
            Statistics.refresh(handle, result.rows(), filled);
            long sidecars = along.asked() && result.rows() > 0 ? enrichment.take(handle, result.run(), along, executor, request)
                    : 0;
            return new PromotionResult(batch, result.run(), result.rows(), sidecars);
        }));
    }

    @Override
    public long enriched(String batch) {
        return database.read(handle -> enrichment.count(handle, batch));
    }
}
