package barton.steward.bench;

import barton.steward.catalog.Entity;
import barton.steward.model.enrichment.IncludeEnrichment;
import barton.steward.model.validation.Rule;
import barton.steward.model.validation.ValidationResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;

/// Judging one batch of so many rows by the standard rules, where master has every tenth company of it already.
final class RuleMeasures {
    private static final int ROUNDS = 5;
    private static final String UNJUDGED = """
            UPDATE %s SET validated = false, validated_at = NULL, validated_by = NULL, validation_notes = NULL"""
            .formatted(BenchData.INTAKE);
    private static final String BARE = """
            UPDATE %s SET validated = true, validated_at = now(), validated_by = 'bench', validation_notes = NULL
            WHERE import_batch_id = '%s'""";

    private final BenchHome home;
    private final BenchData data;
    private final Report report;

    RuleMeasures(BenchHome home, BenchData data, Report report) {
        this.home = home;
        this.data = data;
        this.report = report;
    }

    /// @param last whether the size of what is left is measured, too
    void run(long rows, boolean last) throws Exception {
        data.loadOneBatch(rows);
        fillMaster();
        double ours;
        if (rows == Measure.RULES.rows) {
            Timing.Medians medians = Timing.turns(ROUNDS, this::unjudge, () -> judge(rows), () -> bare(BenchData.INTAKE, rows));
            ours = medians.ours();
            report.add(Measure.RULES, ours, medians.limit());
            onPlain(rows, ours);
        } else {
            ours = Timing.time(this::unjudge, () -> judge(rows));
        }
        report.grows("check all rows by the standard rules", rows, ours);
        if (last) {
            new SizeMeasure(home, report).judged(rows);
        }
        home.execute("TRUNCATE shq.finding, shq.checked_record");
        data.forgetPromotions();
    }

    /// Against a table with no more than the keys and indexes of the first six migrations.
    private void onPlain(long rows, double first) throws Exception {
        var plainTables = new PlainTables(home);
        plainTables.makeIntake();
        unjudge();
        judge(rows);
        var bare = new ArrayList<Long>();
        var again = new ArrayList<Long>();
        for (int round = 0; round < ROUNDS; round++) {
            int part = round;
            bare.add(Timing.time(() -> home.settle(PlainTables.INTAKE), () -> bare(PlainTables.INTAKE, rows)));
            again.add(Timing.time(() -> change(part), () -> judge(rows)));
        }
        plainTables.drop();
        double limit = Timing.median(bare);
        report.add(Measure.RULES_FIRST, first, limit);
        report.add(Measure.RULES_AGAIN, Timing.median(again), limit);
        new FileMeasures(home, data, report).exportAfterRules(rows);
    }

    /// Another row of each hundred says something else, by a client that knows of nothing.
    private void change(int part) throws SQLException {
        home.execute("UPDATE " + BenchData.INTAKE + " SET company_street = company_street || ' North' WHERE id % 100 = " + part);
        home.settle(BenchData.INTAKE);
    }

    /// From elsewhere, so that the rows of intake are judged.
    private void fillMaster() throws SQLException {
        home.session().promotion().promote(Entity.COMPANY, BenchData.ONE_BATCH, IncludeEnrichment.NOTHING);
        home.execute("SET session_replication_role = replica",
                "DELETE FROM marketing.company_master WHERE source_record_id::bigint % 10 > 0",
                "DELETE FROM marketing.company_slots s WHERE NOT EXISTS (SELECT FROM marketing.company_master m"
                        + " WHERE m.company_unique_id = s.company_unique_id)",
                "UPDATE marketing.company_master SET source_system = 'crm', source_record_id = NULL");
        // The pages of what was deleted would be measured as the size of what is there.
        home.execute("VACUUM (FULL) marketing.company_master", "VACUUM (FULL) marketing.company_slots");
        home.settle("marketing.company_master", "marketing.company_slots");
    }

    private void unjudge() throws SQLException {
        home.execute("TRUNCATE shq.finding, shq.checked_record, public.shq_validation_log RESTART IDENTITY CASCADE",
                "SET session_replication_role = replica", UNJUDGED, "SELECT shq.find_open('company')");
        home.settle(BenchData.INTAKE, "shq.finding");
    }

    private void judge(long rows) {
        ValidationResult result = home.session().validation()
                .validate(Entity.COMPANY, BenchData.ONE_BATCH, Rule.STANDARD);
        if (result.checked() != rows || result.passed() == 0 || result.failed() == 0) {
            throw new IllegalStateException("not checked as such rows are: " + result);
        }
    }

    private void bare(String table, long rows) throws SQLException {
        try (Connection connection = home.connect(); Statement statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            int updated = statement.executeUpdate(BARE.formatted(table, BenchData.ONE_BATCH));
            if (updated != rows) {
                throw new IllegalStateException("the bare update changed " + updated + " rows");
            }
        }
    }
}
