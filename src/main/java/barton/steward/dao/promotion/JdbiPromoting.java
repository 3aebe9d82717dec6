package barton.steward.dao.promotion;

import barton.steward.catalog.Entity;
import barton.steward.dao.change.IdempotencyKey;
import barton.steward.dao.change.RunFunction;
import barton.steward.dao.change.Statistics;
import barton.steward.dao.enrichment.EnrichmentAlong;
import barton.steward.dao.query.SqlValues;
import barton.steward.db.Database;
import barton.steward.model.enrichment.IncludeEnrichment;
import barton.steward.model.history.RunResult;
import barton.steward.model.promotion.PromotionRefusal;
import barton.steward.model.promotion.PromotionResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// What promotions of companies and of people have in common.
abstract class JdbiPromoting implements PromotingDao {
    private final Database database;
    private final RunFunction function;
    private final EnrichmentAlong enrichment;
    private final List<String> filled;
    private final boolean unattended;
    /// Whether row `i` was taken back and nobody looked at it since.
    private final String takenBack;

    /// @param filled the tables that get rows
    JdbiPromoting(Database database, Entity entity, RunFunction function, List<String> filled, boolean unattended) {
        this.database = database;
        this.unattended = unattended;
        this.takenBack = "i.id IN (SELECT k.intake_id FROM shq.taken_back_rows('" + SqlValues.word(entity) + "') k)";
        this.enrichment = new EnrichmentAlong(entity);
        this.function = function;
        this.filled = filled;
    }

    Database database() {
        return database;
    }

    <T> T read(Function<Handle, T> work) {
        return database.read(unattended ? handle -> handle.inTransaction(h -> work.apply(announced(h))) : work);
    }

    /// Tells the functions of the database, until the transaction ends, whether nobody looks at the batch.
    private Handle announced(Handle handle) {
        if (unattended) {
            handle.createQuery("SELECT set_config('steward.unattended', 'on', true)").mapTo(String.class).one();
        }
        return handle;
    }

    /// @param question for id and reason of rows of batch `?`, at most `?`
    List<PromotionRefusal> rows(String question, String batch, int most) {
        return read(handle -> handle.createQuery(question).bind(0, batch).bind(1, most)
                .map((r, context) -> new PromotionRefusal(r.getLong(1), r.getString(2))).list());
    }

    /// A question for batches and the number of their rows `i` that can be promoted, to be formatted with a further condition on these.
    abstract String promotable();

    @Override
    public List<String> promotableBatches() {
        return List.copyOf(batches(unattended ? "AND NOT " + takenBack : "").keySet());
    }

    @Override
    public Map<String, Long> passedOver() {
        return batches("AND " + takenBack);
    }

    private Map<String, Long> batches(String condition) {
        return database.read(handle -> {
            var found = new LinkedHashMap<String, Long>();
            handle.createQuery(promotable().formatted(condition)).map((r, context) -> Map.entry(r.getString(1), r.getLong(2)))
                    .forEach(batch -> found.put(batch.getKey(), batch.getValue()));
            return found;
        });
    }

    @Override
    public PromotionResult promote(String batch, OptionalLong announced, IncludeEnrichment along, String executor, UUID request) {
        return IdempotencyKey.untilKnown(() -> database.longWrite(handle -> {
            RunResult result = function.call(announced(handle), batch, announced, executor, request);
            Statistics.refresh(handle, result.rows(), filled);
            long sidecars = along.asked() && result.rows() > 0 ? enrichment.take(handle, result.run(), along, executor, request)
                    : 0;
            return new PromotionResult(batch, result.run(), result.rows(), sidecars);
        }));
    }

    @Override
    public long enriched(String batch) {
        return read(handle -> enrichment.count(handle, batch));
    }
}
