package barton.steward.dao.batch;

import barton.steward.dao.batch.JdbiBatchDao.Asked;
import barton.steward.model.batch.BatchStages;
import barton.steward.model.batch.Reconciliation;
import barton.steward.model.batch.Reconciliation.Drift;
import barton.steward.model.batch.Reconciliation.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/// Compares what was validated with what master has and what the log says.
final class Drifts {
    /// Each promotion of the batch, and the records of master that no promotion of it accounts for, as a run without a name.
    private static final String RUNS = """
            WITH own AS MATERIALIZED (
                SELECT t.id::text AS id FROM <intake> t WHERE t.import_batch_id = :batch
                UNION
                SELECT c.intake_id::text FROM shq.cleared_intake c WHERE c.entity = '<entity>' AND c.import_batch_id = :batch),
            made AS MATERIALIZED (
                SELECT m.run_no, count(*) AS there
                FROM <known> m JOIN own o ON o.id = m.source_record_id
                WHERE m.source_system = 'intake_promotion' GROUP BY 1),
            runs AS MATERIALIZED (
                SELECT l.validation_run_id::text AS run, d.run_no, coalesce(l.passed_records, 0)::bigint
                       - (SELECT count(*) FROM shq.taken_back k JOIN shq.run_detail b USING (validation_run_id)
                          WHERE b.of_run = l.validation_run_id AND k.table_name = '<master>') AS logged
                FROM public.shq_validation_log l LEFT JOIN shq.run_detail d ON d.validation_run_id = l.validation_run_id
                WHERE l.source_table = '<intake>' AND l.target_table = '<master>'
                  AND CASE WHEN d.run_no IS NOT NULL THEN d.batch
                           ELSE regexp_replace(l.validation_run_id::text, '#[0-9]+$', '') END = :batch)
            SELECT r.run, r.run_no IS NOT NULL AS known, r.logged, coalesce(m.there, 0) AS there
            FROM runs r LEFT JOIN made m ON m.run_no = r.run_no
            UNION ALL
            SELECT NULL, false, 0, coalesce(sum(m.there), 0)
            FROM made m WHERE NOT EXISTS (SELECT FROM runs r WHERE r.run_no = m.run_no)""";
    private static final String NOT_VALIDATED = """
            SELECT count(*) FROM shq.mapped('<entity>', :batch) m WHERE m.by_promotion AND m.validated IS NOT TRUE""";

    private Drifts() {
    }

    /// @param known whether it is a run of ours, whose records in master have its number
    private record Promoted(String run, boolean known, long logged, long there) {
    }

    static Reconciliation of(Asked asked, BatchStages stages) {
        List<Promoted> runs = asked.about(RUNS).map(ConstructorMapper.of(Promoted.class)).list();
        var drifts = new ArrayList<Drift>();
        add(drifts, Kind.WAITING, stages.waiting(), null);
        add(drifts, Kind.HELD, stages.matched() + stages.held() + stages.unplaced(), null);
        add(drifts, Kind.NOT_VALIDATED_ANY_MORE, asked.about(NOT_VALIDATED).mapTo(Long.class).one(), null);
        for (Promoted run : runs) {
            if (run.known()) {
                add(drifts, Kind.MISSING_IN_MASTER, run.logged() - run.there(), run.run());
                add(drifts, Kind.MORE_IN_MASTER, run.there() - run.logged(), run.run());
            }
        }
        // Runs of other clients leave no number in master: together they account for what has none of ours.
        long others = runs.stream().filter(r -> !r.known()).mapToLong(r -> r.there() - r.logged()).sum();
        add(drifts, Kind.WITHOUT_RUN, others, null);
        add(drifts, Kind.MISSING_IN_MASTER, -others, null);
        return new Reconciliation(stages.validated() + stages.cleared(), runs.stream().mapToLong(Promoted::there).sum(),
                runs.stream().mapToLong(Promoted::logged).sum(), drifts);
    }

    private static void add(List<Drift> drifts, Kind kind, long records, String run) {
        if (records > 0) {
            drifts.add(new Drift(kind, records, run));
        }
    }
}
