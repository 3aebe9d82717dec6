package barton.steward.dao.audit;

import barton.steward.catalog.Table;
import barton.steward.dao.query.Source;
import barton.steward.dao.query.Sql;
import barton.steward.model.audit.Audit;
import barton.steward.model.audit.AuditState.AuditEnd;
import barton.steward.model.audit.Fault;
import barton.steward.model.audit.Judgement;
import barton.steward.model.audit.SampledRecord;
import barton.steward.model.audit.Verdict;
import barton.steward.model.query.Row;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/// Reads what is known of an audit.
final class AuditReading {
    private static final String SAMPLE = """
            <select>, s.place, s.intake_id, s.stratum, s.stands_for
            FROM shq.audit_sample s CROSS JOIN LATERAL jsonb_populate_record(NULL::<intake>, s.row_data) t
            WHERE s.audit_no = :no ORDER BY s.place""";
    private static final String JUDGEMENTS = """
            SELECT DISTINCT ON (j.place, j.judge) j.place, j.verdict, j.fields, j.reasons, j.judge, j.judged_at AS at, j.blind
            FROM shq.audit_judgement j WHERE j.audit_no = :no AND (j.blind OR NOT :blind)
            ORDER BY j.place, j.judge, j.judgement_no DESC""";
    private static final String END = """
            SELECT e.outcome, e.validation_run_id AS run, e.why, e.executor AS by, e.ended_at AS at
            FROM shq.audit_end e WHERE e.audit_no = :no ORDER BY e.end_no DESC LIMIT 1""";
    private static final String SIZE = """
            SELECT count(*) FROM %s t WHERE t.import_batch_id = :batch AND (t.validated OR NOT :validatedOnly)""";

    private AuditReading() {
    }

    static AuditDao.Reading of(Handle handle, Audit audit) {
        return new AuditDao.Reading(audit, sample(handle, audit), judgements(handle, audit, false), judgements(handle, audit, true),
                handle.createQuery(END).bind("no", audit.no()).map(ConstructorMapper.of(AuditEnd.class)).findOne().orElse(null),
                handle.createQuery(SIZE.formatted(audit.entity().intake().qualifiedName())).bind("batch", audit.batch())
                        .bind("validatedOnly", audit.validatedOnly()).mapTo(Long.class).one());
    }

    private static List<SampledRecord> sample(Handle handle, Audit audit) {
        Table intake = audit.entity().intake();
        Source source = Source.of(intake);
        return Sql.of(SAMPLE).with("select", source.select(intake.fields())).with("intake", intake.qualifiedName())
                .bind("no", audit.no()).query(handle).map((r, context) -> new SampledRecord(r.getInt("place"), r.getLong("intake_id"),
                        r.getString("stratum"), r.getDouble("stands_for"), new Row(intake, source.values(intake.fields(), r), 0))).list();
    }

    private record JudgementRow(int place, Verdict verdict, List<String> fields, List<String> reasons, String judge, Instant at,
                                boolean blind) {
        Judgement judgement() {
            return new Judgement(place, verdict, IntStream.range(0, fields.size()).mapToObj(i -> new Fault(fields.get(i), reasons.get(i)))
                    .toList(), judge, at, blind);
        }
    }

    static List<Judgement> judgements(Handle handle, Audit audit, boolean blind) {
        return handle.createQuery(JUDGEMENTS).bind("no", audit.no()).bind("blind", blind).map(ConstructorMapper.of(JudgementRow.class))
                .stream().map(JudgementRow::judgement).toList();
    }
}
