package barton.steward.dao;

import barton.steward.db.Database;
import barton.steward.model.PromotionPreview;
import barton.steward.model.PromotionResult;
import barton.steward.model.RunResult;
import barton.steward.model.Table;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

final class JdbiPromotionDao implements PromotionDao {
    private static final String PREVIEW = """
            SELECT count(*) FILTER (WHERE b.validated AND b.in_master IS NULL),
                   count(*) FILTER (WHERE b.validated AND b.in_master),
                   count(*) FILTER (WHERE b.validated AND NOT b.in_master),
                   count(*) FILTER (WHERE NOT b.validated),
                   count(*) FILTER (WHERE b.validated AND b.in_master IS NULL AND b.placeholder)
            FROM (
                SELECT i.validated IS TRUE AS validated, m.by_promotion AS in_master,
                       coalesce(shq.filled(i.company), shq.filled(i.company_name_for_emails)) IS NULL
                           OR shq.filled(i.website) IS NULL AS placeholder
                FROM intake.company_raw_intake i
                LEFT JOIN (SELECT k.source_record_id, bool_or(k.source_system = 'intake_promotion') AS by_promotion
                           FROM marketing.company_master k
                           WHERE k.source_record_id IN (SELECT r.id::text FROM intake.company_raw_intake r WHERE r.import_batch_id = :batch)
                           GROUP BY k.source_record_id) m ON m.source_record_id = i.id::text
                WHERE i.import_batch_id = :batch) b""";
    private static final String PROMOTABLE = """
            SELECT i.import_batch_id
            FROM intake.company_raw_intake i
            WHERE i.validated AND shq.filled(i.import_batch_id) IS NOT NULL
              AND NOT EXISTS (SELECT FROM marketing.company_master m WHERE m.source_record_id = i.id::text)
            GROUP BY i.import_batch_id
            ORDER BY min(i.id)""";

    private final Database database;

    JdbiPromotionDao(Database database) {
        this.database = database;
    }

    @Override
    public PromotionPreview preview(String batch) {
        return database.read(handle -> handle.createQuery(PREVIEW).bind("batch", batch).map((result, context) ->
                new PromotionPreview(batch, result.getLong(1), result.getLong(2), result.getLong(3), result.getLong(4),
                        result.getLong(5))).one());
    }

    @Override
    public PromotionResult promote(String batch, OptionalLong announced, String executor, UUID request) {
        return Requests.untilKnown(() -> database.longWrite(handle -> {
            RunResult result = RunFunction.PROMOTE.call(handle, batch, announced, executor, request);
            Statistics.refresh(handle, result.rows(), List.of(Table.MASTER.qualifiedName(), Table.SLOTS.qualifiedName()));
            return new PromotionResult(batch, result.run(), result.rows());
        }));
    }

    @Override
    public List<String> promotableBatches() {
        return database.read(handle -> handle.createQuery(PROMOTABLE).mapTo(String.class).list());
    }
}
