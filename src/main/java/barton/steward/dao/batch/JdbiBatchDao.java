package barton.steward.dao.batch;

import barton.steward.catalog.Entity;
import barton.steward.dao.query.KnownRecordsSql;
import barton.steward.db.Database;
import barton.steward.model.batch.BatchStages;
import barton.steward.model.batch.BatchStory;
import barton.steward.model.batch.BatchStory.BatchEvent;
import barton.steward.model.batch.BatchStory.RuleFault;
import barton.steward.model.batch.BatchStory.TakenFile;
import barton.steward.model.batch.BatchStory.Why;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;

public final class JdbiBatchDao implements BatchDao {
    private static final String FILES = """
            SELECT f.file_name AS name, f.row_count AS rows, f.refused, f.noted, f.executor AS by, d.imported_at AS at,
                   ARRAY(SELECT v.key FROM jsonb_each_text(f.mapping) AS v (key, value)) AS fields,
                   ARRAY(SELECT v.value FROM jsonb_each_text(f.mapping) AS v (key, value)) AS headers
            FROM shq.import_file f JOIN shq.import_detail d USING (import_no)
            WHERE f.batch = :batch AND f.table_name = '<intake>' ORDER BY f.import_no""";
    private static final String STAGES = """
            SELECT s.in_intake + c.cleared AS imported, s.in_intake, s.fresh, s.failed, s.edited, s.waiting, s.matched, s.held, s.unplaced,
                   s.promoted, s.validated, s.rejected, c.cleared, b.taken_back
            FROM (SELECT count(*) AS in_intake, count(*) FILTER (WHERE r.status = 'new') AS fresh,
                         count(*) FILTER (WHERE r.status = 'failed') AS failed, count(*) FILTER (WHERE r.status = 'edited') AS edited,
                         count(*) FILTER (WHERE r.status = 'validated' AND r.hindrance IS NULL) AS waiting,
                         count(*) FILTER (WHERE r.status = 'validated' AND r.hindrance = 'held_by_match') AS matched,
                         count(*) FILTER (WHERE r.status = 'held') AS held,
                         count(*) FILTER (WHERE r.status = 'validated' AND r.hindrance <> 'held_by_match') AS unplaced,
                         count(*) FILTER (WHERE r.status = 'promoted') AS promoted, count(*) FILTER (WHERE r.validated) AS validated,
                         count(*) FILTER (WHERE r.status = 'failed' AND shq.is_rejected(r.notes)) AS rejected
                  FROM (SELECT m.validated, m.hindrance, t.validation_notes::text AS notes,
                               shq.intake_status(m.validated, t.validation_notes::text,
                                   CASE WHEN m.by_promotion THEN 'promoted' WHEN m.by_promotion IS NOT NULL THEN 'held' END) AS status
                        FROM shq.mapped('<entity>', :batch) m JOIN <intake> t ON t.id = m.intake_id) r) s,
                 (SELECT count(*) AS cleared FROM shq.cleared_intake c
                  WHERE c.entity = '<entity>' AND c.import_batch_id = :batch AND NOT EXISTS (
                      SELECT FROM shq.run_detail d WHERE d.kind = 'restoring' AND d.of_run = c.validation_run_id)) c,
                 (SELECT count(*) AS taken_back FROM shq.taken_back k JOIN shq.run_detail d USING (validation_run_id)
                  WHERE d.batch = :batch AND k.table_name = '<master>') b""";
    private static final String WHY = """
            SELECT w.why, count(*) AS records
            FROM <intake> t CROSS JOIN LATERAL unnest(shq.rejection_reasons(t.validation_notes::text)) AS w (why)
            WHERE t.import_batch_id = :batch AND t.validated IS NOT TRUE AND t.validation_notes ILIKE '%rejected:%'
            GROUP BY 1 ORDER BY 2 DESC, 1""";
    private static final String RULES = """
            SELECT f.rule_code AS rule, min(f.field) AS field, min(f.severity) AS severity, count(*) AS records
            FROM shq.finding f JOIN <intake> t ON t.id = f.record_id
            WHERE f.entity = '<entity>' AND t.import_batch_id = :batch GROUP BY 1 ORDER BY 4 DESC, 1""";
    private static final String EVENTS = """
            SELECT e.at, e.kind, e.run, e.by, e.records, e.failed, e.says FROM (
                SELECT l.executed_at::timestamptz AS at, d.kind, l.validation_run_id::text AS run, l.executed_by::text AS by,
                       coalesce(l.passed_records, 0)::bigint AS records, l.failed_records::bigint AS failed, l.notes::text AS says,
                       d.run_no::bigint AS n
                FROM public.shq_validation_log l LEFT JOIN shq.run_detail d ON d.validation_run_id = l.validation_run_id
                WHERE (l.source_table IN ('<intake>', '<master>') OR l.target_table IN ('<intake>', '<master>'))
                  AND CASE WHEN d.run_no IS NOT NULL THEN d.batch
                           ELSE regexp_replace(l.validation_run_id::text, '#[0-9]+$', '') END = :batch
                UNION ALL
                SELECT d.imported_at, 'import', NULL, f.executor, f.row_count, f.refused, f.file_name, f.import_no
                FROM shq.import_file f JOIN shq.import_detail d USING (import_no)
                WHERE f.batch = :batch AND f.table_name = '<intake>'
                UNION ALL
                SELECT a.happened_at, a.kind, NULL, a.executor, count(*), NULL, a.summary, a.action_id
                FROM shq.discarded_intake d JOIN shq.action a ON d.action_id IN (a.action_id, a.undoes)
                WHERE d.entity = '<entity>' AND d.import_batch_id = :batch
                GROUP BY a.action_id, a.kind, a.executor, a.summary, a.happened_at
                UNION ALL
                SELECT a.happened_at, a.kind, NULL, a.executor, count(DISTINCT k.key), NULL, a.summary, a.action_id
                FROM (SELECT n.action_id, n.kind, n.executor, n.summary, n.happened_at FROM shq.action n
                      WHERE n.table_name = '<intake>' ORDER BY n.action_id DESC LIMIT 200) a
                JOIN shq.change c ON c.action_id = a.action_id CROSS JOIN LATERAL unnest(c.keys) AS k (key)
                JOIN <intake> t ON t.id::text = k.key AND t.import_batch_id = :batch
                WHERE NOT EXISTS (SELECT FROM shq.run_detail r WHERE r.action_id = a.action_id)
                GROUP BY a.action_id, a.kind, a.executor, a.summary, a.happened_at) e
            ORDER BY e.at NULLS FIRST, e.n NULLS FIRST""";

    private final Database database;

    public JdbiBatchDao(Database database) {
        this.database = database;
    }

    @Override
    public BatchStory story(Entity entity, String batch) {
        return database.longRead(handle -> {
            var asked = new Asked(handle, entity, batch);
            BatchStages stages = asked.about(STAGES).map(ConstructorMapper.of(BatchStages.class)).one();
            List<TakenFile> files = asked.about(FILES).map(ConstructorMapper.of(FileRow.class)).stream().map(FileRow::file).toList();
            return new BatchStory(entity, batch, files, stages, asked.about(WHY).map(ConstructorMapper.of(Why.class)).list(),
                    asked.about(RULES).map(ConstructorMapper.of(RuleFault.class)).list(),
                    asked.about(EVENTS).map(ConstructorMapper.of(BatchEvent.class)).list(), Drifts.of(asked, stages));
        });
    }

    /// Questions about one batch, for which the names of its tables stand in literals too.
    record Asked(Handle handle, Entity entity, String batch) {
        Query about(String question) {
            return handle.createQuery(question.replace("<entity>", entity.word()).replace("<intake>", entity.intake().qualifiedName())
                    .replace("<master>", entity.master().qualifiedName())
                    .replace("<known>", KnownRecordsSql.of(entity))).bind("batch", batch);
        }
    }
}
