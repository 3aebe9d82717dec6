package barton.steward.dao.enrichment;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.dao.change.AuditedChange;
import barton.steward.dao.change.ExpectedCount;
import barton.steward.dao.change.IdempotencyKey;
import barton.steward.dao.change.PromotionLock;
import barton.steward.dao.change.Records;
import barton.steward.dao.change.StagingTable;
import barton.steward.dao.change.Statistics;
import barton.steward.dao.intake.SourceFile;
import barton.steward.dao.intake.TakenFiles;
import barton.steward.dao.query.IntakeStatusSql;
import barton.steward.dao.query.Sql;
import barton.steward.dao.validation.JdbiValidationDao;
import barton.steward.dao.validation.RuleTime;
import barton.steward.db.Database;
import barton.steward.model.Work;
import barton.steward.model.enrichment.WaitingEnrichment;
import barton.steward.model.intake.EarlierFile;
import barton.steward.model.intake.ImportSummary;
import barton.steward.model.intake.ImportSummary.RejectedRow;
import barton.steward.model.validation.ValidationResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

public final class JdbiEnrichmentDao implements EnrichmentDao {
    private static final String KEPT = "kept";
    /// What a record gives for its sidecar.
    private static final String GIVEN = "g.given #> '{enrichment,payload}', g.given #>> '{enrichment,source}',"
            + " (g.given #>> '{enrichment,confidence}')::numeric(5,2)";

    private static final String FAILED = """
            FROM <intake> t WHERE t.import_batch_id = :batch AND t.validated IS NOT TRUE
              AND shq.has_error_note(t.validation_notes) AND NOT <promoted>""";
    private static final String RECORDS = """
            SELECT json_build_object('id', t.id, 'state', <state>, 'fields', json_build_object(<fields>),
                'findings', coalesce((SELECT json_agg(json_build_object('rule', f.rule_code, 'field', f.field,
                                                                        'severity', f.severity, 'message', f.message)
                                                      ORDER BY f.rule_code)
                                      FROM shq.finding f WHERE f.entity = :entity AND f.record_id = t.id), '[]'),
                'notes', array_remove(string_to_array(t.validation_notes, E'\\n'), ''))::text
            <failed> AND NOT shq.is_rejected(t.validation_notes) ORDER BY t.id""";
    private static final String REJECTED = "SELECT count(*) <failed> AND shq.is_rejected(t.validation_notes)";
    private static final String LATEST = """
            SELECT e.payload::text AS payload, e.source, e.confidence, e.enriched_at AS at
            FROM shq.latest_enrichment(:entity, :record) e""";
    private static final String KEPT_ALONE = """
            SELECT count(*) FROM shq.intake_enrichment e
            WHERE e.action_id = :action
              AND NOT EXISTS (SELECT FROM shq.change c WHERE c.action_id = e.action_id AND e.intake_id::text = ANY (c.keys))""";

    private final Database database;

    public JdbiEnrichmentDao(Database database) {
        this.database = database;
    }

    @Override
    public long failed(Entity entity, String batch, Consumer<String> sink) {
        Sql records = failed(RECORDS, entity, batch).with("state", state(entity)).with("fields", fields(entity))
                .bind("entity", entity);
        return database.longRead(handle -> {
            var passed = new AtomicLong();
            records.query(handle).setFetchSize(Sql.PORTION).mapTo(String.class).forEach(record -> {
                Work.checkCancelled();
                sink.accept(record);
                Work.progress(passed.incrementAndGet());
            });
            return passed.get();
        });
    }

    @Override
    public long rejected(Entity entity, String batch) {
        return database.read(handle -> failed(REJECTED, entity, batch).query(handle).mapTo(Long.class).one());
    }

    @Override
    public Optional<WaitingEnrichment> waiting(Entity entity, long record) {
        return database.read(handle -> handle.createQuery(LATEST).bind("entity", entity).bind("record", record)
                .map(ConstructorMapper.of(WaitingEnrichment.class)).findOne());
    }

    private static String fields(Entity entity) {
        return entity.intake().fields().stream().filter(Field::editable).map(f -> "'" + f.name() + "', t." + f.name())
                .collect(Collectors.joining(", "));
    }

    /// What a record says, and whether it is validated or rejected; the notes of a run of rules do not count.
    private static String state(Entity entity) {
        return "md5(jsonb_build_object(" + fields(entity)
                + ", 'validated', t.validated IS TRUE, 'rejected', shq.is_rejected(t.validation_notes))::text)";
    }

    private static Sql failed(String statement, Entity entity, String batch) {
        return Sql.of(statement).with("failed", FAILED).with("intake", entity.intake().qualifiedName())
                .with("promoted", IntakeStatusSql.promoted(entity.intake())).bind("batch", batch);
    }

    @Override
    public ImportSummary importRecords(Entity entity, String batch, SourceFile file, boolean again, Records records, String rules,
            boolean look, OptionalLong announced, String executor, UUID request) {
        var filling = new AuditedChange(entity.intake(), "enrich", "Filled in by enrichment of batch " + batch, executor, request);
        return IdempotencyKey.write(database, handle -> {
            RuleTime.USUAL.check(handle, entity, batch, rules);
            PromotionLock.acquire(handle, "enrichment", executor);
            Optional<AuditedChange.Outcome> earlier = IdempotencyKey.action(handle, request);
            Optional<EarlierFile> taken = earlier.isPresent() ? Optional.empty() : TakenFiles.earlier(handle, entity.intake(), file);
            StagingTable staged = staged(handle, entity, batch, records);
            long writes = staged.count(StagingTable.CHANGED) + staged.count(KEPT);
            if (earlier.isEmpty() && look) {
                return report(staged, new AuditedChange.Outcome(writes, 0), 0, null, taken);
            }
            IdempotencyKey.announce(handle, request);
            if (earlier.isPresent()) {
                long done = earlier.get().rows() + keptAlone(handle, earlier.get().action());
                return report(staged, new AuditedChange.Outcome(done, earlier.get().action()), done,
                        earlier.get().rows() == 0 ? null : checked(handle, entity, batch, executor, rules), taken);
            }
            if (!again && writes > 0) {
                taken.ifPresent(before -> {
                    throw before.refusal();
                });
            }
            ExpectedCount.check(announced, writes);
            AuditedChange.Outcome filled = staged.change(filling, Map.of());
            long action = filled.action() != 0 || writes == 0 ? filled.action() : filling.alone(handle);
            keep(handle, entity, executor, action);
            if (action != 0) {
                TakenFiles.keep(handle, file, action);
            }
            return report(staged, new AuditedChange.Outcome(writes, action), 0,
                    filled.rows() == 0 ? null : checked(handle, entity, batch, executor, rules), taken);
        });
    }

    private static StagingTable staged(Handle handle, Entity entity, String batch, Records records) {
        StagingTable staged = StagingTable.of(handle, entity.intake(), records);
        staged.lock();
        staged.classify("", Sql.of("CASE WHEN t.import_batch_id IS DISTINCT FROM :batch THEN 'unknown'"
                + " WHEN " + staged.same() + " AND NOT " + isNews(entity) + " THEN 'same'"
                + " WHEN " + IntakeStatusSql.promoted(entity.intake()) + " THEN 'promoted'"
                + " WHEN " + staged.same() + " AND (g.state = " + state(entity) + " OR " + givesAll(entity) + ") THEN '" + KEPT + "'"
                + " WHEN g.state <> " + state(entity) + " THEN 'conflict' ELSE 'changed' END").bind("batch", batch));
        return staged;
    }

    /// Whether a record gives something for its sidecar that is not known of it yet.
    private static String isNews(Entity entity) {
        return "(jsonb_exists(g.given, 'enrichment') AND NOT EXISTS (SELECT FROM shq.latest_enrichment('" + entity.word()
                + "', g.key::bigint) e WHERE (e.payload, e.source, e.confidence) IS NOT DISTINCT FROM (" + GIVEN + ")))";
    }

    /// Whether a record gives every field: where they are the same, it is about this very record.
    private static String givesAll(Entity entity) {
        return entity.intake().fields().stream().filter(Field::editable).map(f -> "'" + f.name() + "'")
                .collect(Collectors.joining(", ", "jsonb_exists_all(g.given, ARRAY[", "])"));
    }

    private static void keep(Handle handle, Entity entity, String executor, long action) {
        handle.createUpdate("""
                INSERT INTO shq.intake_enrichment (entity, intake_id, payload, source, confidence, executor, action_id)
                SELECT :entity, g.key::bigint, %s, :executor, :action FROM pg_temp.steward_incoming g
                WHERE g.verdict IN ('changed', '%s') AND %s""".formatted(GIVEN, KEPT, isNews(entity)))
                .bind("entity", entity).bind("executor", executor).bind("action", action).execute();
    }

    /// Of how many records an action kept the enrichment and filled nothing.
    private static long keptAlone(Handle handle, long action) {
        return handle.createQuery(KEPT_ALONE).bind("action", action).mapTo(Long.class).one();
    }

    private static ValidationResult checked(Handle handle, Entity entity, String batch, String executor, String rules) {
        ValidationResult result = JdbiValidationDao.records(handle, entity, batch,
                Sql.of("SELECT g.key::bigint FROM pg_temp.steward_incoming g WHERE g.verdict = 'changed'"), executor, rules);
        Statistics.refresh(handle, result.findings().values().stream().mapToLong(n -> n).sum(), List.of("shq.finding"));
        return result;
    }

    /// @param again how many rows were changed by the same request earlier, and so say already what is taken in
    private static ImportSummary report(StagingTable staged, AuditedChange.Outcome filled, long again, ValidationResult run,
            Optional<EarlierFile> taken) {
        var misfits = new ArrayList<RejectedRow>();
        misfits.addAll(staged.conflicts(StagingTable.CONFLICT,
                "conflict: the record was changed, validated or rejected since it was passed on"));
        misfits.addAll(staged.conflicts("promoted", "conflict: the record was promoted since"));
        misfits.addAll(staged.misfits(StagingTable.UNKNOWN, "the batch has no such record"));
        return new ImportSummary(0, filled.rows(), staged.count(StagingTable.SAME) - again,
                staged.count(StagingTable.CONFLICT) + staged.count("promoted"), staged.count(StagingTable.UNKNOWN), misfits, run,
                filled.action() == 0 ? List.of() : List.of(filled.action()), taken.orElse(null));
    }
}
