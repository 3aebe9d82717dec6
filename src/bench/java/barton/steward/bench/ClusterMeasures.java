package barton.steward.bench;

import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.Table;
import barton.steward.model.cluster.ClusterMethod;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Query;
import barton.steward.model.query.Selection;
import java.util.Locale;

/// Looking for spellings among as many titles of industry as there are rows, one in ten of which is another one mistyped.
final class ClusterMeasures {
    private static final String BATCH = "spellings";

    private final BenchHome home;
    private final Report report;

    ClusterMeasures(BenchHome home, Report report) {
        this.home = home;
        this.report = report;
    }

    void run(long rows) throws Exception {
        home.execute("""
                INSERT INTO intake.company_raw_intake (company, industry, import_batch_id)
                SELECT 'Firm', CASE WHEN g %% 10 = 0 THEN overlay(v.value PLACING 'q' FROM 3 + g %% 5 FOR 1) ELSE v.value END, '%s'
                FROM generate_series(1, %d) g, LATERAL (
                    SELECT initcap(translate(md5((g - (g %% 10 = 0)::int)::text), '0123456789', 'ghijklmnop')) || ' Services' AS value) v
                """.formatted(BATCH, rows));
        for (ClusterMethod method : ClusterMethod.values()) {
            double ours = Timing.time(() -> home.settle("intake.company_raw_intake"), () -> find(method, rows));
            if (rows == Measure.CLUSTERS.rows && method == ClusterMethod.DISTANCE) {
                report.add(Measure.CLUSTERS, ours, Double.NaN);
            }
            report.grows("look for spellings by " + method.name().toLowerCase(Locale.ROOT), rows, ours);
        }
        home.execute("DELETE FROM intake.company_raw_intake WHERE import_batch_id = '" + BATCH + "'");
    }

    private void find(ClusterMethod method, long rows) {
        int found = home.session().clusters().find(Selection.all(Query.all(Table.INTAKE).where(
                Condition.is(IntakeFields.IMPORT_BATCH_ID, BATCH))), IntakeFields.INDUSTRY, method).size();
        if (method == ClusterMethod.DISTANCE && found < rows / 20) {
            throw new IllegalStateException("not found what is there: " + found);
        }
    }
}
