package barton.steward.support;

import javax.sql.DataSource;

/// Five people of one company, `04.04.02.00.00000.001` and so on with addresses like `a1@b.example`; the first one is verified.
public final class SamplePeople {
    private SamplePeople() {
    }

    public static DataSource database() {
        DataSource database = TestDatabases.migrated();
        TestDatabases.run(database, """
                INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system)
                VALUES ('04.04.01.00.00000.001', 'Alpha', 'https://a.example', 'crm');
                INSERT INTO marketing.people_master (unique_id, company_unique_id, company_slot_unique_id, first_name, last_name, title,
                    seniority, email, email_verified, source_system, created_at)
                SELECT '04.04.02.00.00000.00' || n, s.company_unique_id, s.company_slot_unique_id, 'Ann', 'Lee' || n, 'Boss',
                       (ARRAY['C-Level', 'VP', 'Director', 'Senior', 'VP'])[n],
                       CASE WHEN n < 5 THEN 'a' || n || '@b.example' END, n = 1, 'crm',
                       timestamptz '2026-03-01 12:00Z' + n / 4 * interval '1 day'
                FROM marketing.company_slots s, generate_series(1, 5) n""");
        return database;
    }

    public static String id(int person) {
        return "04.04.02.00.00000.00" + person;
    }

    /// The addresses of the people who are verified.
    public static String verified(DataSource database) {
        return TestDatabases.ask(database,
                "SELECT string_agg(email, ' ' ORDER BY unique_id) FROM marketing.people_master WHERE email_verified");
    }
}
