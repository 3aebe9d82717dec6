package barton.steward.dao.promotion;

import barton.steward.catalog.Entity;
import barton.steward.dao.change.IdempotencyKey;
import barton.steward.dao.change.RunFunction;
import barton.steward.dao.change.Statistics;
import barton.steward.dao.enrichment.EnrichmentAlong;
import barton.steward.dao.query.KnownRecordsSql;
import barton.steward.db.Database;
import barton.steward.model.enrichment.IncludeEnrichment;
import barton.steward.model.history.RunResult;
import barton.steward.model.promotion.PromotionPreview;
import barton.steward.model.promotion.PromotionRefusal;
import barton.steward.model.promotion.PromotionResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

public final class JdbiPromotionDao implements PromotionDao {
    /// The kind of record stands in the statement, so that the tables of the other are not even planned for.
    private static final String REFUSALS = """
            SELECT r.intake_id, r.reason FROM shq.promotion_refusals('%s', :batch) r ORDER BY r.intake_id LIMIT :most""";
    private static final String UNPLACED = """
            SELECT s.intake_id, s.fault_field || ': ' || s.fault_says AS reason
            FROM shq.promotion_standing('%s', :batch) s
            WHERE s.standing IN (SELECT h.hindrance FROM shq.hindrances() h WHERE h.fault)
            ORDER BY s.intake_id LIMIT :most""";
    private static final String PROMOTABLE = """
            SELECT i.import_batch_id AS batch, count(*) AS rows
            FROM %s i
            WHERE i.validated AND shq.visible(i.import_batch_id::text) IS NOT NULL
              AND NOT EXISTS (SELECT FROM %s m WHERE m.source_record_id = i.id::text)
              AND NOT EXISTS (SELECT FROM shq.held_rows('%s') h WHERE h.intake_id = i.id)
              %s
            GROUP BY i.import_batch_id
            ORDER BY min(i.id)""";

    private final Database database;
    private final boolean unattended;

    public JdbiPromotionDao(Database database) {
        this(database, false);
    }

    private JdbiPromotionDao(Database database, boolean unattended) {
        this.database = database;
        this.unattended = unattended;
    }

    @Override
    public PromotionPreview preview(Entity entity, String batch) {
        return read(handle -> PromotionCounts.of(handle, entity, batch).preview(entity, batch));
    }

    @Override
    public List<PromotionRefusal> refusals(Entity entity, String batch, int most) {
        return rows(REFUSALS, entity, batch, most);
    }

    @Override
    public List<PromotionRefusal> unplaced(Entity entity, String batch, int most) {
        return rows(UNPLACED, entity, batch, most);
    }

    private List<PromotionRefusal> rows(String question, Entity entity, String batch, int most) {
        return read(handle -> handle.createQuery(question.formatted(entity.word())).bind("batch", batch).bind("most", most)
                .map(ConstructorMapper.of(PromotionRefusal.class)).list());
    }

    @Override
    public List<String> promotableBatches(Entity entity) {
        return List.copyOf(batches(entity, unattended ? "AND NOT " + takenBack(entity) : "").keySet());
    }

    @Override
    public Map<String, Long> passedOver(Entity entity) {
        return batches(entity, "AND " + takenBack(entity));
    }

    /// Whether row `i` was taken back and nobody looked at it since.
    private static String takenBack(Entity entity) {
        return "i.id IN (SELECT k.intake_id FROM shq.taken_back_rows('" + entity.word() + "') k)";
    }

    private Map<String, Long> batches(Entity entity, String condition) {
        String question = PROMOTABLE.formatted(entity.intake().qualifiedName(), KnownRecordsSql.of(entity), entity.word(),
                condition);
        return database.read(handle -> {
            var found = new LinkedHashMap<String, Long>();
            handle.createQuery(question).map((r, context) -> found.put(r.getString("batch"), r.getLong("rows"))).list();
            return found;
        });
    }

    @Override
    public PromotionResult promote(Entity entity, String batch, OptionalLong announced, IncludeEnrichment along, String executor,
                                   UUID request) {
        return IdempotencyKey.write(database, handle -> {
            RunResult result = RunFunction.promotion(entity).call(announced(handle), batch, announced, executor, request);
            Statistics.refresh(handle, result.rows(), entity.madeByPromotion());
            long sidecars = along.asked() && result.rows() > 0
                    ? new EnrichmentAlong(entity).include(handle, result.run(), along, executor, request) : 0;
            return new PromotionResult(batch, result.run(), result.rows(), sidecars);
        });
    }

    @Override
    public long enriched(Entity entity, String batch) {
        return read(handle -> new EnrichmentAlong(entity).count(handle, batch));
    }

    @Override
    public PromotionDao unattended() {
        return new JdbiPromotionDao(database, true);
    }

    private <T> T read(Function<Handle, T> work) {
        return database.read(unattended ? handle -> handle.inTransaction(h -> work.apply(announced(h))) : work);
    }

    /// Tells the functions of the database, until the transaction ends, whether nobody looks at the batch.
    private Handle announced(Handle handle) {
        if (unattended) {
            handle.createQuery("SELECT set_config('steward.unattended', 'on', true)").mapTo(String.class).one();
        }
        return handle;
    }
}
