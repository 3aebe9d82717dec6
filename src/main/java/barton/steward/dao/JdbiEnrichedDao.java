package barton.steward.dao;

import barton.steward.dao.query.IntakeStatus;
import barton.steward.dao.query.Sql;
import barton.steward.db.Database;
import barton.steward.model.Field;
import barton.steward.model.Table;
import barton.steward.model.TakeReport;
import barton.steward.model.TakeReport.Misfit;
import barton.steward.model.ValidationResult;
import barton.steward.model.Work;
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

final class JdbiEnrichedDao implements EnrichedDao {
    private static final String FIELDS = Table.INTAKE.fields().stream().filter(Field::editable)
            .map(f -> "'" + f.name() + "', t." + f.name()).collect(Collectors.joining(", "));
    /// What a record says, and whether it is validated or rejected; the notes of a run of rules do not count.
    private static final String STATE = "md5(jsonb_build_object(" + FIELDS
            + ", 'validated', t.validated IS TRUE, 'rejected', shq.is_rejected(t.validation_notes))::text)";
    private static final String FAILED = " FROM intake.company_raw_intake t WHERE t.import_batch_id = ? AND t.validated IS NOT TRUE"
            + " AND shq.has_error_note(t.validation_notes) AND NOT " + IntakeStatus.promoted(Table.INTAKE);
    private static final String RECORDS = """
            SELECT json_build_object('id', t.id, 'state', %s, 'fields', json_build_object(%s),
                'findings', coalesce((SELECT json_agg(json_build_object('rule', f.rule_code, 'field', f.field, 'severity', f.severity,
                                                                        'message', f.message) ORDER BY f.rule_code)
                                      FROM shq.finding f WHERE f.entity = 'company' AND f.record_id = t.id), '[]'),
                'notes', array_remove(string_to_array(t.validation_notes, E'\\n'), ''))::text""".formatted(STATE, FIELDS)
            + FAILED + " AND NOT shq.is_rejected(t.validation_notes) ORDER BY t.id";

    private final Database database;

    JdbiEnrichedDao(Database database) {
        this.database = database;
    }

    @Override
    public long failed(String batch, Consumer<String> sink) {
        return database.longRead(handle -> {
            var passed = new AtomicLong();
            Sql.of(RECORDS, batch).query(handle).setFetchSize(Sql.PORTION).mapTo(String.class).forEach(record -> {
                Work.checkCancelled();
                sink.accept(record);
                Work.progress(passed.incrementAndGet());
            });
            return passed.get();
        });
    }

    @Override
    public long rejected(String batch) {
        return database.read(handle -> Sql.of("SELECT count(*)" + FAILED + " AND shq.is_rejected(t.validation_notes)", batch)
                .query(handle).mapTo(Long.class).one());
    }

    @Override
    public TakeReport take(String batch, Records records, String rules, boolean look, OptionalLong announced, String executor,
                           UUID request) {
        var filling = new Recorded(Table.INTAKE, "enrich", "Filled in by enrichment of batch " + batch, executor, request);
        return Requests.untilKnown(() -> database.longWrite(handle -> {
            PromotionLock.take(handle);
            Optional<Recorded.Outcome> earlier = Requests.action(handle, request);
            Staged staged = staged(handle, batch, records);
            if (earlier.isEmpty() && look) {
                return report(staged, new Recorded.Outcome(staged.count(Staged.CHANGED), 0), 0, null);
            }
            Requests.announce(handle, request);
            if (earlier.isPresent()) {
                return report(staged, earlier.get(), earlier.get().rows(), judged(handle, batch, executor, rules));
            }
            Staged.asAnnounced(announced, staged.count(Staged.CHANGED));
            Recorded.Outcome filled = staged.change(filling, Map.of());
            return report(staged, filled, 0, filled.rows() == 0 ? null : judged(handle, batch, executor, rules));
        }));
    }

    private static Staged staged(Handle handle, String batch, Records records) {
        Staged staged = Staged.of(handle, Table.INTAKE, records);
        staged.lock();
        staged.judge("", "CASE WHEN t.import_batch_id IS DISTINCT FROM ? THEN 'unknown' WHEN " + staged.same() + " THEN 'same' WHEN "
                + IntakeStatus.promoted(Table.INTAKE) + " THEN 'promoted' WHEN g.state <> " + STATE + " THEN 'conflict'"
                + " ELSE 'changed' END", batch);
        return staged;
    }

    private static ValidationResult judged(Handle handle, String batch, String executor, String rules) {
        ValidationResult result = JdbiValidationDao.companies(handle, batch,
                Sql.of("SELECT g.key::bigint FROM pg_temp.steward_incoming g WHERE g.verdict = 'changed'"), executor, rules);
        Statistics.refresh(handle, result.findings().values().stream().mapToLong(n -> n).sum(), List.of("shq.finding"));
        return result;
    }

    /// @param again how many rows were changed by the same request earlier, and so say already what is taken in
    private static TakeReport report(Staged staged, Recorded.Outcome filled, long again, ValidationResult run) {
        var misfits = new ArrayList<Misfit>();
        misfits.addAll(staged.conflicts(Staged.CONFLICT,
                "conflict: the record was changed, validated or rejected since it was passed on"));
        misfits.addAll(staged.conflicts("promoted", "conflict: the record was promoted since"));
        misfits.addAll(staged.misfits(Staged.UNKNOWN, "the batch has no such record"));
        return new TakeReport(0, filled.rows(), staged.count(Staged.SAME) - again,
                staged.count(Staged.CONFLICT) + staged.count("promoted"), staged.count(Staged.UNKNOWN), misfits, run,
                filled.action() == 0 ? List.of() : List.of(filled.action()));
    }
}
