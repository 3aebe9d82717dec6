package barton.steward.ui.actions;

import barton.steward.dao.JdbiDaos;
import barton.steward.db.Database;
import barton.steward.service.Session;
import barton.steward.support.FxThreadGuard;
import barton.steward.support.TestDatabases;
import javax.sql.DataSource;

/// Sessions on fresh databases, with rows that look like those of a steward's day.
public final class DemoSession {
    private DemoSession() {
    }

    public static Session over(DataSource database) {
        return Session.over(JdbiDaos.over(Database.over(new FxThreadGuard(TestDatabases.pooled(database)))), "Local database", "ann");
    }

    /// A database with three batches: `20251024-WV-BATCH1` with 446 rows, of which 380 are validated and 40 failed,
    /// `20251020-OH-BATCH1` with 120 rows, all promoted, and `20251101-PA-BATCH2` with 60 rows nobody looked at yet.
    public static DataSource database() {
        DataSource database = TestDatabases.migrated();
        rows(database, "20251020-OH-BATCH1", "OH", 120, 120, 0);
        TestDatabases.run(database, "SELECT shq.promote_company_records('20251020-OH-BATCH1', 'ann')");
        rows(database, "20251024-WV-BATCH1", "WV", 446, 380, 40);
        rows(database, "20251101-PA-BATCH2", "PA", 60, 0, 0);
        TestDatabases.run(database, """
                INSERT INTO marketing.people_master (unique_id, company_unique_id, company_slot_unique_id, first_name, last_name, email,
                    email_verified, source_system)
                SELECT '04.04.02.' || substr(company_unique_id, 10), company_unique_id, company_slot_unique_id, 'Ann', 'Lee',
                       'ann' || n || '@example.com', n % 3 <> 0, 'demo'
                FROM (SELECT *, row_number() OVER (ORDER BY company_unique_id) AS n FROM marketing.company_slots) s WHERE n <= 90;
                INSERT INTO marketing.company_sidecar (company_unique_id, enrichment_source, last_enriched_at, confidence_score)
                SELECT company_unique_id, 'clay', CASE WHEN n % 5 > 0 THEN now() - n * interval '3 days' END, 100 - n
                FROM (SELECT *, row_number() OVER (ORDER BY company_unique_id) AS n FROM marketing.company_master) m WHERE n <= 50;
                INSERT INTO public.shq_validation_log VALUES ('VLD-20251102-1', 'intake.company_raw_intake', 'intake.company_raw_intake',
                    446, 406, 40, 'nightly', now() - interval '3 hours', 'standard rules'),
                    ('VLD-20251101-1', 'intake.company_raw_intake', 'intake.company_raw_intake', 60, 0, 60, 'nightly',
                    now() - interval '2 days', 'standard rules');
                """);
        return database;
    }

    /// Adds rows to a batch: first the validated ones, then those that failed, then new ones.
    public static void rows(DataSource database, String batch, String state, int count, int validated, int failed) {
        TestDatabases.run(database, """
                INSERT INTO intake.company_raw_intake (company, website, state_abbrev, import_batch_id, validated, validation_notes)
                SELECT 'Company ' || g, 'https://company' || g || '.example', '%s', '%s', g <= %d,
                       CASE WHEN g > %3$d AND g <= %3$d + %d THEN 'website: is missing' END
                FROM generate_series(1, %d) g
                """.formatted(state, batch, validated, failed, count));
    }
}
