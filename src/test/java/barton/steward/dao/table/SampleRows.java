package barton.steward.dao.table;

import static barton.steward.support.TestDatabases.alterIntake;
import static barton.steward.support.TestDatabases.run;

import javax.sql.DataSource;

/// Rows for every table, the same in every run, with many NULLs, blanks and equal values.
public final class SampleRows {
    private SampleRows() {
    }

    /// So many companies in intake and in master (each second one promoted from intake), with slots, people, sidecars and runs.
    public static void fill(DataSource database, int companies) {
        run(database, """
                CREATE FUNCTION pick(n bigint, salt int, choices int) RETURNS int LANGUAGE sql IMMUTABLE AS
                $$ SELECT abs(hashtextextended(n || '/' || salt, 7) %% choices)::int $$;
                CREATE FUNCTION word(n bigint, salt int) RETURNS text LANGUAGE sql IMMUTABLE AS
                $$ SELECT (ARRAY[NULL, NULL, '', 'alpha', 'Beta', 'beta', 'gamma %%', 'de_lta', 'Éps', 'zeta', 'a\\b', 'Ωmega'])
                          [1 + pick(n, salt, 12)] $$;

                INSERT INTO intake.company_raw_intake (company, company_name_for_emails, num_employees, industry, website,
                    company_linkedin_url, facebook_url, twitter_url, company_street, company_city, company_state, company_country,
                    company_postal_code, company_address, company_phone, sic_codes, founded_year, created_at, state_abbrev,
                    import_batch_id, validated, validation_notes, validated_at, validated_by)
                SELECT word(g, 1), word(g, 2), nullif(pick(g, 3, 9), 0), word(g, 4), word(g, 5), word(g, 6), word(g, 7), word(g, 8),
                       word(g, 9), word(g, 10), (ARRAY['West Virginia', 'ohio', 'Atlantis', NULL])[1 + pick(g, 11, 4)], word(g, 12),
                       word(g, 13), word(g, 14), word(g, 15), word(g, 16), 1900 + nullif(pick(g, 17, 5), 0),
                       timestamptz '2025-01-01 00:00Z' + pick(g, 18, 4) * interval '1 day', (ARRAY['WV', NULL])[1 + pick(g, 19, 2)],
                       (ARRAY['B1', 'B2', NULL])[1 + pick(g, 20, 3)], (ARRAY[true, true, false, NULL])[1 + pick(g, 21, 4)],
                       (ARRAY[NULL, 'note: ok', 'website: is missing', E'warning: odd\\nphone: is short'])[1 + pick(g, 22, 4)],
                       CASE WHEN pick(g, 23, 2) = 0 THEN timestamptz '2025-02-01 00:00Z' + pick(g, 24, 3) * interval '1 hour' END,
                       word(g, 25)
                FROM generate_series(1, %1$d) g;

                INSERT INTO intake.people_raw_intake (first_name, last_name, full_name, email, work_phone, personal_phone, title, seniority,
                    department, company_name, company_unique_id, linkedin_url, bio, skills, certifications, city, state, state_abbrev,
                    country, import_batch_id, validated, validation_notes, validated_at, validated_by, created_at)
                SELECT word(g, 101), word(g, 102), word(g, 103), 'a' || pick(g, 104, 5) || '@example.com', word(g, 105), word(g, 106),
                       word(g, 107), word(g, 108), word(g, 109), word(g, 110), word(g, 111), word(g, 112), word(g, 113),
                       CASE pick(g, 114, 3) WHEN 0 THEN NULL WHEN 1 THEN ARRAY['sql'] ELSE ARRAY['sql', 'java'] END,
                       CASE pick(g, 115, 2) WHEN 0 THEN ARRAY['PMP'] END, word(g, 116), word(g, 117),
                       (ARRAY['WV', NULL])[1 + pick(g, 118, 2)], word(g, 119), (ARRAY['B1', 'B2', NULL])[1 + pick(g, 120, 3)],
                       (ARRAY[true, true, false, NULL])[1 + pick(g, 121, 4)],
                       (ARRAY[NULL, 'note: ok', 'email: is missing', E'warning: odd\\nemail: is short'])[1 + pick(g, 122, 4)],
                       CASE WHEN pick(g, 123, 2) = 0 THEN timestamptz '2025-02-01 00:00Z' + pick(g, 124, 3) * interval '1 hour' END,
                       word(g, 125), timestamptz '2025-01-01 00:00Z' + pick(g, 126, 4) * interval '1 day'
                FROM generate_series(1, %1$d) g;

                INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, industry, employee_count, keywords,
                    description, source_system, source_record_id, promoted_from_intake_at, founded_year, import_batch_id, state_abbrev,
                    data_quality_score, validated_at)
                SELECT '04.04.01.' || lpad((g %% 100)::text, 2, '0') || '.' || lpad((g / 100)::text, 5, '0') || '.000',
                       coalesce(word(g, 31), 'Some company'), 'https://w' || pick(g, 32, 4) || '.example', word(g, 33),
                       nullif(pick(g, 34, 6), 0),
                       CASE pick(g, 35, 4) WHEN 0 THEN NULL WHEN 1 THEN '{}' WHEN 2 THEN ARRAY['a', 'b c'] ELSE ARRAY['b'] END,
                       word(g, 36), CASE g %% 2 WHEN 0 THEN 'intake_promotion' ELSE 'legacy' END, CASE g %% 2 WHEN 0 THEN g::text END,
                       timestamptz '2025-03-01 00:00Z' + pick(g, 37, 3) * interval '1 second', 1950 + nullif(pick(g, 38, 4), 0),
                       word(g, 39), word(g, 40), nullif(pick(g, 41, 5), 0) * 12.3, CASE pick(g, 42, 2) WHEN 0 THEN now() END
                FROM generate_series(1, %1$d) g;

                INSERT INTO marketing.company_slots (company_slot_unique_id, company_unique_id, slot_type, slot_label)
                SELECT '04.04.05.' || substr(company_unique_id, 10, 9) || '001', company_unique_id, 'division',
                       word(row_number() OVER (), 51)
                FROM marketing.company_master WHERE pick(hashtext(company_unique_id), 52, 3) = 0;

                INSERT INTO marketing.people_master (unique_id, company_unique_id, company_slot_unique_id, first_name, last_name, title,
                    email, email_verified, skills, certifications, source_system)
                SELECT '04.04.02.' || substr(company_unique_id, 10), company_unique_id, company_slot_unique_id,
                       'Ann' || pick(n, 61, 3), 'Lee' || pick(n, 62, 3), word(n, 63),
                       CASE pick(n, 64, 2) WHEN 0 THEN 'a' || pick(n, 65, 4) || '@example.com' END,
                       pick(n, 66, 2) = 0, CASE pick(n, 67, 3) WHEN 0 THEN NULL WHEN 1 THEN ARRAY['sql'] ELSE ARRAY['sql', 'java'] END,
                       CASE pick(n, 68, 2) WHEN 0 THEN ARRAY['PMP'] END, 'test'
                FROM (SELECT s.*, row_number() OVER (ORDER BY company_unique_id) AS n FROM marketing.company_slots s
                      WHERE slot_type = 'default') s WHERE n %% 3 <> 0;

                INSERT INTO marketing.company_sidecar (company_unique_id, ein_number, clay_tags, enrichment_payload, last_enriched_at,
                    enrichment_source, confidence_score)
                SELECT company_unique_id, left(word(n, 71), 20), CASE pick(n, 72, 2) WHEN 0 THEN ARRAY['hot', 'x' || pick(n, 73, 3)] END,
                       CASE pick(n, 74, 3) WHEN 0 THEN NULL WHEN 1 THEN '{"a": 1}'::jsonb ELSE '[1, 2]' END,
                       CASE pick(n, 75, 3) WHEN 0 THEN NULL WHEN 1 THEN now() - interval '100 days' ELSE now() - interval '1 day' END,
                       word(n, 76), nullif(pick(n, 77, 11), 0) * 10 - 0.1
                FROM (SELECT company_unique_id, row_number() OVER (ORDER BY company_unique_id) AS n FROM marketing.company_master) m
                WHERE n %% 2 = 0;

                INSERT INTO marketing.people_sidecar (person_unique_id, clay_insight_summary, social_profiles, last_enriched_at,
                    enrichment_source, confidence_score)
                SELECT unique_id, word(n, 81), CASE pick(n, 82, 2) WHEN 0 THEN '{"github": "x"}'::jsonb END,
                       CASE pick(n, 83, 2) WHEN 0 THEN timestamp '2025-03-30 01:30' + pick(n, 84, 4) * interval '30 minutes' END,
                       word(n, 85), nullif(pick(n, 86, 5), 0) * 19.9
                FROM (SELECT unique_id, row_number() OVER (ORDER BY unique_id) AS n FROM marketing.people_master) p;

                INSERT INTO public.shq_validation_log (validation_run_id, source_table, target_table, total_records, passed_records,
                    failed_records, executed_by, executed_at, notes)
                SELECT 'RUN-' || g, CASE pick(g, 91, 3) WHEN 0 THEN 'intake.company_raw_intake' WHEN 1 THEN 'intake.people_raw_intake' END,
                       CASE pick(g, 92, 2) WHEN 0 THEN 'marketing.company_master' ELSE 'marketing.people_master' END,
                       nullif(pick(g, 93, 4), 0) * 10, pick(g, 94, 3) * 5, nullif(pick(g, 95, 3), 0), word(g, 96),
                       timestamptz '2025-04-01 00:00Z' + pick(g, 97, 20) * interval '1 day', word(g, 98)
                FROM generate_series(1, %1$d / 3) g;
                ANALYZE""".formatted(companies));
    }

    /// Gives columns the other types that databases made by hand have for them.
    static void useTypesOfAnAdoptedDatabase(DataSource database) {
        alterIntake(database, """
                ALTER company TYPE varchar(200), ALTER import_batch_id TYPE varchar(100), ALTER state_abbrev TYPE varchar(2),
                ALTER validated_at TYPE timestamp, ALTER created_at TYPE timestamp, ALTER validated_by TYPE varchar(100)""");
        run(database, """
                ALTER TABLE marketing.company_master
                    ALTER company_name TYPE varchar(200), ALTER updated_at TYPE timestamp, ALTER import_batch_id TYPE varchar(100),
                    ALTER source_record_id TYPE varchar(100), ALTER validated_at TYPE timestamp,
                    ALTER data_quality_score TYPE real;
                ALTER TABLE marketing.company_sidecar ALTER confidence_score TYPE real;
                ALTER TABLE marketing.people_sidecar ALTER confidence_score TYPE double precision;
                ALTER TABLE marketing.people_master
                    ALTER certifications TYPE text USING array_to_string(certifications, ', '), ALTER title TYPE varchar(100);
                ALTER TABLE marketing.company_slots ALTER slot_label TYPE varchar(100), ALTER created_at TYPE timestamp;
                ALTER TABLE public.shq_validation_log ALTER executed_at TYPE timestamp, ALTER notes TYPE varchar(1000)""");
    }
}
