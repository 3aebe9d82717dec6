package barton.steward.support;

import javax.sql.DataSource;

/// A batch of which some companies are in master already, in another spelling, or twice in the batch.
public final class SampleMatches {
    public static final String BATCH = "20251024-WV-BATCH1";
    public static final String MERRICK = "04.04.01.00.00000.001";

    private SampleMatches() {
    }

    /// A database with the batch, not searched yet.
    public static DataSource database() {
        DataSource database = TestDatabases.migrated();
        TestDatabases.run(database, """
                INSERT INTO intake.company_raw_intake (id, company, website, company_phone, company_street, company_city, company_state,
                    state_abbrev, company_postal_code, company_country, industry, num_employees, founded_year, company_linkedin_url,
                    import_batch_id, validated)
                VALUES (1, 'Merrick Engineering, LLC', 'https://www.merrick.example', '304-555-0101', '12 Fourth Street', 'Elkins',
                        'West Virginia', 'WV', '26241', 'United States', 'mechanical or industrial engineering', 120, 1974,
                        'http://www.linkedin.com/company/merrick-engineering', '20251024-WV-BATCH1', true),
                       (2, 'Concord University', 'concord.example', NULL, NULL, 'Athens', 'West Virginia', 'WV', NULL, NULL,
                        'higher education', 600, 1872, NULL, '20251024-WV-BATCH1', true),
                       (3, 'The Concord University', 'www.concord.example', NULL, NULL, 'Athens', 'West Virginia', 'WV', NULL, NULL,
                        'higher education', NULL, 1872, NULL, '20251024-WV-BATCH1', true),
                       (4, 'Potomac Hotels Corporation', 'https://potomac-hotels.example', '(304) 555-0144', NULL, 'Harpers Ferry',
                        'West Virginia', 'WV', NULL, NULL, 'hospitality', 80, NULL, NULL, '20251024-WV-BATCH1', true),
                       (5, 'Kanawha Valley Community Bank, N.A.', NULL, '304-555-0190', NULL, 'Charleston', 'West Virginia', 'WV', NULL,
                        NULL, 'banking', 45, 1911, NULL, '20251024-WV-BATCH1', true),
                       (6, 'Tygart Glass Works', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
                        '20251024-WV-BATCH1', true);
                INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, company_phone, address_city,
                    address_state, state_abbrev, industry, employee_count, founded_year, source_system)
                VALUES ('04.04.01.00.00000.001', 'Merrick Enginering', 'merrick.example', NULL, 'Elkins', 'West Virginia', 'WV',
                        'mechanical or industrial engineering', 95, 1974, 'crm'),
                       ('04.04.01.00.00000.002', 'Potomac Hotels', 'potomac-hotels.example', NULL, 'Hagerstown', 'Maryland',
                        'MD', 'hospitality', 80, NULL, 'crm'),
                       ('04.04.01.00.00000.003', 'Kanawha Valley Comunity Bank', 'kvcb.example', '304-555-0190', NULL,
                        'West Virginia', 'WV', 'banking', 45, 1911, 'crm'),
                       ('04.04.01.00.00000.004', 'Seneca Rope Works', 'seneca.example', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'crm');
                SELECT setval(pg_get_serial_sequence('intake.company_raw_intake', 'id'), 6)""");
        return database;
    }
}
