package barton.steward.bench;

import barton.steward.catalog.Entity;
import barton.steward.model.enrichment.IncludeEnrichment;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;

/// Promoting one batch of so many validated rows into an empty master, and the preview of that.
final class PromotionMeasures {
    private static final int ROUNDS = 5;
    /// Keys as far apart as ours, and the score of ours; what is missing is filled in as plainly as SQL allows.
    private static final String TO_MASTER = """
            INSERT INTO %s (
                company_unique_id, company_name, website_url, industry, employee_count, company_phone, address_street, address_city,
                address_state, address_zip, address_country, linkedin_url, facebook_url, twitter_url, sic_codes, founded_year,
                source_system, source_record_id, promoted_from_intake_at, promotion_audit_log_id, state_abbrev, import_batch_id,
                validated_at, validated_by, data_quality_score)
            SELECT '04.04.01.42.' || lpad((i.id / 1000)::text, 5, '0') || '.' || lpad((i.id %% 1000)::text, 3, '0'),
                   coalesce(i.company, i.company_name_for_emails, 'Unknown Company'), coalesce(i.website, 'https://example.com'),
                   i.industry, i.num_employees, i.company_phone, i.company_street, i.company_city, i.company_state, i.company_postal_code,
                   i.company_country, i.company_linkedin_url, i.facebook_url, i.twitter_url, i.sic_codes, i.founded_year,
                   'intake_promotion', i.id::text, now(), 1, i.state_abbrev, i.import_batch_id, i.validated_at, i.validated_by,
                   CASE WHEN i.website IS NOT NULL THEN 30 ELSE 0 END + CASE WHEN i.company_linkedin_url IS NOT NULL THEN 30 ELSE 0 END
                   + CASE WHEN i.company_phone IS NOT NULL THEN 20 ELSE 0 END + CASE WHEN i.industry IS NOT NULL THEN 20 ELSE 0 END
            FROM intake.company_raw_intake i
            WHERE i.import_batch_id = '%s' AND i.validated""";
    private static final String TO_SLOTS = """
            INSERT INTO %s (company_slot_unique_id, company_unique_id)
            SELECT '04.04.05.' || substr(m.company_unique_id, 10), m.company_unique_id
            FROM %s m WHERE m.import_batch_id = '%s'""";

    private final BenchHome home;
    private final BenchData data;
    private final Report report;

    PromotionMeasures(BenchHome home, BenchData data, Report report) {
        this.home = home;
        this.data = data;
        this.report = report;
    }

    /// @param measure what the figures are for, or null: only how it grows
    void run(long rows, Measure measure) throws Exception {
        data.loadOneBatch(rows);
        double ours;
        if (measure == null) {
            ours = Timing.time(this::empty, () -> promote(rows));
        } else {
            Timing.Medians medians = Timing.turns(ROUNDS, this::empty, () -> promote(rows),
                    () -> bare(rows, "marketing.company_master", "marketing.company_slots"));
            ours = medians.ours();
            report.add(measure, ours, medians.limit());
            if (rows == Measure.PROMOTE_PLAIN.rows) {
                report.add(Measure.PROMOTE_PLAIN, ours, plain(rows));
            }
        }
        report.grows("promote all rows", rows, ours);
        report.grows("preview the promotion of all rows", rows, Timing.time(this::empty, () -> preview(rows)));
        if (rows == Measure.PREVIEW.rows) {
            judgedPreview(rows);
        }
        data.forgetPromotions();
    }

    /// With pairs of which the preview tells how many are undecided.
    private void judgedPreview(long rows) throws Exception {
        home.session().matching().find(BenchData.ONE_BATCH, true);
        Timing.Medians medians = Timing.turns(5, this::empty, () -> preview(rows), () -> promote(rows));
        report.add(Measure.PREVIEW, medians.ours(), medians.limit());
        home.execute("TRUNCATE shq.match_run RESTART IDENTITY CASCADE");
    }

    private void empty() throws SQLException {
        data.forgetPromotions();
        home.settle("marketing.company_master", "marketing.company_slots");
    }

    private void preview(long rows) {
        var preview = home.session().promotion().preview(Entity.COMPANY, BenchData.ONE_BATCH);
        if (preview.promotable() != rows) {
            throw new IllegalStateException("not to be promoted as a whole: " + preview);
        }
    }

    private void promote(long rows) {
        var result = home.session().promotion().promote(Entity.COMPANY, BenchData.ONE_BATCH, IncludeEnrichment.NOTHING);
        if (result.promoted() != rows) {
            throw new IllegalStateException("not promoted as a whole: " + result);
        }
    }

    private double plain(long rows) throws Exception {
        var times = new ArrayList<Long>();
        empty();
        var tables = new PlainTables(home);
        tables.makeMaster();
        for (int round = 0; round < ROUNDS; round++) {
            times.add(Timing.time(() -> home.execute("TRUNCATE " + PlainTables.MASTER + ", " + PlainTables.SLOTS, "CHECKPOINT"),
                    () -> bare(rows, PlainTables.MASTER, PlainTables.SLOTS)));
        }
        tables.drop();
        return Timing.median(times);
    }

    private void bare(long rows, String master, String slotTable) throws SQLException {
        try (Connection connection = home.connect(); Statement statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            connection.setAutoCommit(false);
            int companies = statement.executeUpdate(TO_MASTER.formatted(master, BenchData.ONE_BATCH));
            int slots = statement.executeUpdate(TO_SLOTS.formatted(slotTable, master, BenchData.ONE_BATCH));
            connection.commit();
            if (companies != rows || slots != rows) {
                throw new IllegalStateException("the bare insert made " + companies + " companies and " + slots + " slots");
            }
        }
    }
}
