package barton.steward.support;

import barton.steward.dao.JdbiDaos;
import barton.steward.db.Database;
import barton.steward.service.Session;
import javax.sql.DataSource;

/// A session on a fresh database, the same rows in every run, that refuses to be asked on the window's thread.
public final class SampleSession {
    private SampleSession() {
    }

    /// A session without rows.
    public static Session over(DataSource database) {
        return Session.over(JdbiDaos.over(Database.over(new FxThreadGuard(TestDatabases.pooled(database)))), "Test database", "ann");
    }

    /// So many companies in intake in two batches: of every 10, six are validated, one failed, the others are new.
    public static DataSource intake(int companies) {
        DataSource database = TestDatabases.migrated();
        TestDatabases.run(database, """
                INSERT INTO intake.company_raw_intake (company, num_employees, industry, website, company_linkedin_url, company_street,
                    company_city, company_state, company_country, company_postal_code, company_phone, founded_year, state_abbrev,
                    import_batch_id, validated, validation_notes, validated_at, validated_by, created_at)
                SELECT a || ' ' || b || CASE WHEN g > 400 THEN ' ' || g ELSE '' END, 5 + (g * 37) %% 900, industry,
                       CASE WHEN g %% 10 = 7 THEN NULL ELSE 'https://' || lower(replace(a || b, ' ', '')) || '.example' END,
                       CASE WHEN g %% 3 = 0 THEN NULL ELSE 'https://linkedin.example/company/' || lower(a) END,
                       (10 + g %% 90) || ' Main Street', city, 'West Virginia', 'United States', '25' || lpad((g %% 1000)::text, 3, '0'),
                       '+1 304 555 ' || lpad((g %% 10000)::text, 4, '0'), 1900 + g %% 120,
                       CASE WHEN g %% 10 = 9 THEN NULL ELSE 'WV' END,
                       CASE WHEN g %% 4 = 0 THEN '20251101-WV-BATCH2' ELSE '20251024-WV-BATCH1' END, g %% 10 < 6,
                       CASE WHEN g %% 10 = 7 THEN E'website: is missing\\nwarning: founded_year is unusual' END,
                       CASE WHEN g %% 10 < 6 THEN timestamptz '2025-10-25 14:00Z' END, CASE WHEN g %% 10 < 6 THEN 'ann' END,
                       timestamptz '2025-10-24 09:00Z' + g * interval '1 second'
                FROM generate_series(1, %d) g,
                    LATERAL (SELECT (ARRAY['Concord', 'Merrick', 'Kanawha', 'Blue Ridge', 'Allegheny', 'Monongah', 'Tygart', 'Greenbrier',
                        'New River', 'Cheat Lake', 'Seneca', 'Elk', 'Potomac', 'Ohio Valley', 'Mountaineer', 'Coal Fork', 'Gauley',
                        'Bluestone', 'Cacapon', 'Shenandoah'])[1 + g / 20 %% 20] AS a,
                        (ARRAY['Engineering', 'University', 'Timber Company', 'Health Partners', 'Logistics', 'Mining Supply', 'Bank',
                        'Foods', 'Energy', 'Glass Works', 'Insurance', 'Motors', 'Construction', 'Software', 'Railway Services', 'Paper',
                        'Chemicals', 'Hotels', 'Media', 'Outfitters'])[1 + g %% 20] AS b,
                        (ARRAY['Construction', 'Higher Education', 'Forestry', 'Hospitals and Health Care', 'Transportation', 'Mining',
                        'Banking'])[1 + g %% 7] AS industry,
                        (ARRAY['Charleston', 'Huntington', 'Morgantown', 'Parkersburg', 'Wheeling', 'Beckley'])[1 + g %% 6] AS city) words;
                """.formatted(companies));
        return database;
    }

    /// The same after the first batch was promoted, with people, a second slot, sidecars and runs.
    public static DataSource worked(int companies) {
        DataSource database = intake(companies);
        TestDatabases.run(database, """
                SELECT shq.promote_company_records('20251024-WV-BATCH1', 'ann');
                INSERT INTO marketing.company_slots (company_slot_unique_id, company_unique_id, slot_type, slot_label)
                SELECT '04.04.05.' || lpad(((substr(company_unique_id, 10, 2)::int + 50) % 100)::text, 2, '0') || '.'
                           || right(company_unique_id, 9), company_unique_id, 'division', 'Division A – Charleston Campus'
                FROM marketing.company_master ORDER BY company_unique_id LIMIT 3;
                INSERT INTO intake.people_raw_intake (first_name, last_name, title, company_name, import_batch_id)
                SELECT 'Ann', 'Lee ' || n, 'Engineer', 'Concord Engineering', '20251101-WV-PEOPLE' FROM generate_series(1, 12) n;
                INSERT INTO marketing.people_master (unique_id, company_unique_id, company_slot_unique_id, first_name, last_name, title,
                    seniority, department, email, email_verified, skills, source_system)
                SELECT '04.04.02.' || substr(s.company_unique_id, 10), s.company_unique_id, s.company_slot_unique_id,
                    (ARRAY['Ann', 'Bob', 'Carla', 'Dev', 'Elena'])[1 + n % 5], (ARRAY['Lee', 'Ortiz', 'Hughes', 'Kim'])[1 + n % 4],
                    (ARRAY['Chief Executive', 'VP Sales', 'Director of Operations', 'Engineer'])[1 + n % 4],
                    (ARRAY['C-Level', 'VP', 'Director', 'Senior'])[1 + n % 4], (ARRAY['Sales', 'Operations', NULL])[1 + n % 3],
                    'person' || n || '@mail.example', n % 3 = 0, ARRAY['negotiation', 'sql'], 'import'
                FROM (SELECT s.company_unique_id, s.company_slot_unique_id, (row_number() OVER (ORDER BY company_unique_id))::int AS n
                      FROM marketing.company_slots s WHERE slot_type = 'default') s WHERE n <= 60;
                INSERT INTO marketing.company_sidecar (company_unique_id, ein_number, clay_tags, clay_segments, enrichment_payload,
                    last_enriched_at, enrichment_source, confidence_score)
                SELECT company_unique_id, '55-00' || n, ARRAY['growing', 'b2b'], ARRAY['mid-market', 'appalachia'],
                    jsonb_build_object('employees', n * 10, 'tech', jsonb_build_array('SAP', 'Salesforce')),
                    now() - n * interval '6 days', 'clay', 55 + n * 2.25
                FROM (SELECT company_unique_id, row_number() OVER (ORDER BY company_unique_id) AS n FROM marketing.company_master) m
                WHERE n <= 20;
                INSERT INTO marketing.people_sidecar (person_unique_id, clay_insight_summary, clay_segments, social_profiles,
                    last_enriched_at, enrichment_source, confidence_score)
                SELECT unique_id, 'Speaks at regional trade fairs', ARRAY['decision-maker'], '{"github": "https://github.example/p"}',
                    now() - n * interval '9 days', 'clay', 99 - n * 3
                FROM (SELECT unique_id, row_number() OVER (ORDER BY unique_id) AS n FROM marketing.people_master) p WHERE n <= 15;
                INSERT INTO public.shq_validation_log (validation_run_id, source_table, target_table, total_records, passed_records,
                    failed_records, executed_by, executed_at, notes)
                VALUES ('20250901-OH-BATCH1', 'intake.company_raw_intake', 'marketing.company_master', 120, 120, 0, 'ben',
                        timestamptz '2025-09-01 10:00Z', 'all rows promoted'),
                       ('VLD-4711', 'intake.people_raw_intake', 'marketing.people_master', 40, 0, 40, 'cron', timestamptz '2025-09-02',
                        'no company was found for these people');
                """);
        return database;
    }
}
