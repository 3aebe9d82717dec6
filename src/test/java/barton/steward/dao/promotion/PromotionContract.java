package barton.steward.dao.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import barton.steward.support.TestDatabases;
import barton.steward.support.TestPostgres;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// What clients of the database may rely on when they call `shq.promote_company_records`.
abstract class PromotionContract {
    private final DataSource database;

    PromotionContract(TestPostgres server) {
        database = TestDatabases.pooled(TestDatabases.migrated(server));
    }

    @Test
    void everyFieldOfIntakeArrivesInMaster() {
        run("""
                INSERT INTO intake.company_raw_intake (id, company, company_name_for_emails, num_employees, industry, website,
                    company_linkedin_url, facebook_url, twitter_url, company_street, company_city, company_state, company_country,
                    company_postal_code, company_phone, sic_codes, founded_year, state_abbrev, import_batch_id, validated, validated_at,
                    validated_by)
                VALUES (7, 'Acme', 'acme', 12, 'Mining', 'https://acme.example', 'li', 'fb', 'tw', 'Street 1', 'Elkins', 'West Virginia',
                    'US', '26241', '+1304', '1200', 1901, 'WV', 'B', true, '2024-05-06 07:08:09Z', 'eve')""");

        promote("B", "ann");

        assertThat(ask("""
                SELECT concat_ws('|', company_name, website_url, employee_count, industry, company_phone, address_street, address_city,
                                 address_state, address_zip, address_country, linkedin_url, facebook_url, twitter_url, sic_codes,
                                 founded_year, state_abbrev, import_batch_id, source_record_id, source_system, validated_at,
                                 validated_by, data_quality_score, promoted_from_intake_at > now() - interval '1 hour')
                FROM marketing.company_master""")).isEqualTo("Acme|https://acme.example|12|Mining|+1304|Street 1|Elkins|West Virginia|26241"
                + "|US|li|fb|tw|1200|1901|WV|B|7|intake_promotion|2024-05-06 07:08:09+00|eve|100.00|t");
    }

    @Test
    void whatIsBlankGetsPlaceholdersThatEarnNothing() {
        run("""
                INSERT INTO intake.company_raw_intake (company, company_name_for_emails, website, company_phone, import_batch_id, validated)
                VALUES (' ', 'Short name', NULL, ' ', 'B', true), (NULL, E'\\t', '', '+1', 'B', true),
                       ('C', NULL, 'https://EXAMPLE.com/', NULL, 'B', true)""");

        promote("B", "ann");

        assertThat(list("""
                SELECT company_name || '|' || website_url || '|' || data_quality_score
                FROM marketing.company_master ORDER BY source_record_id::int""")).containsExactly(
                "Short name|https://example.com|0.00", "Unknown Company|https://example.com|20.00", "C|https://EXAMPLE.com/|0.00");
    }

    @Test
    void whereNobodyIsNamedItWasValidatedNowByTheExecutor() {
        rows("B", 1);

        promote("B", "ann");

        assertThat(ask("SELECT validated_by || ' ' || (validated_at = promoted_from_intake_at) FROM marketing.company_master"))
                .isEqualTo("ann true");
    }

    @Test
    void onlyValidatedRowsOfTheBatchArePromoted() {
        rows("B", 2);
        rows("other", 2);
        run("INSERT INTO intake.company_raw_intake (import_batch_id, validated) VALUES ('B', false), ('B', NULL)");

        assertThat(promote("B", "ann")).isEqualTo(2);
        assertThat(log()).containsExactly("B|4|2|2|ann");
    }

    @Test
    void intakeRowsStay() {
        rows("B", 2);

        promote("B", "ann");

        assertThat(ask("SELECT count(*) FROM intake.company_raw_intake")).isEqualTo("2");
    }

    @Test
    void aMasterRowWithoutSourceRecordKeepsNobodyBack() {
        run("""
                INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system, source_record_id)
                VALUES ('04.04.01.00.00000.001', 'A', 'x', 'intake_promotion', NULL), ('04.04.01.00.00000.002', 'B', 'x', 'crm', NULL)""");
        rows("B", 2);

        assertThat(promote("B", "ann")).isEqualTo(2);
    }

    @Test
    void rowsHeldByAnotherSourceAreCountedApart() {
        run("INSERT INTO intake.company_raw_intake (id, import_batch_id, validated) VALUES (1, 'B', true), (2, 'B', true), (3, 'B', true)");
        run("""
                INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system, source_record_id)
                VALUES ('04.04.01.00.00000.001', 'A', 'x', 'crm', '1')""");

        assertThat(promote("B", "ann")).isEqualTo(2);
        assertThat(ask("SELECT notes FROM public.shq_validation_log"))
                .isEqualTo("2 promoted now, 0 promoted earlier, 1 held back by a master row of another source system, 0 not validated.");
        assertThat(ask("SELECT held_by_other_source || ' ' || promoted_earlier FROM shq.run_detail")).isEqualTo("1 0");
    }

    @Test
    void aSecondPromotionOfABatchIsALaterRun() {
        rows("B", 2);
        promote("B", "ann");
        rows("B", 3);

        assertThat(promote("B", "bob")).isEqualTo(3);
        assertThat(promote("B", "bob")).isZero();
        assertThat(log()).containsExactly("B|2|2|0|ann", "B#2|5|3|0|bob", "B#3|5|0|0|bob");
        assertThat(ask("SELECT notes FROM public.shq_validation_log WHERE validation_run_id = 'B#2'")).contains("2 promoted earlier");
    }

    @Test
    void aRunNeverTouchesTheLogRowOfAnother() {
        run("INSERT INTO public.shq_validation_log (validation_run_id, notes) VALUES ('B', 'not ours'), ('B#2', 'not ours')");
        rows("B", 1);

        promote("B", "ann");

        assertThat(list("SELECT validation_run_id || ' ' || left(notes, 8) FROM public.shq_validation_log ORDER BY 1"))
                .containsExactly("B not ours", "B#2 not ours", "B#3 1 promot");
    }

    @Test
    void theLogNamesTheTables() {
        rows("B", 1);

        promote("B", "ann");

        assertThat(ask("SELECT source_table || ' ' || target_table FROM public.shq_validation_log"))
                .isEqualTo("intake.company_raw_intake marketing.company_master");
    }

    @Test
    void aPromotedRowNamesItsRun() {
        rows("B", 1);
        promote("B", "ann");

        assertThat(ask("""
                SELECT d.validation_run_id || ' ' || d.kind || ' ' || d.batch FROM shq.run_detail d
                JOIN marketing.company_master m ON m.promotion_audit_log_id = d.run_no""")).isEqualTo("B promotion B");
    }

    @Test
    void anUnknownBatchIsNoRun() {
        assertThat(promote("nowhere", "ann")).isZero();
        assertThat(log()).isEmpty();
    }

    @Test
    void blankArgumentsAreRefused() {
        for (String arguments : List.of("NULL, 'ann'", "' ', 'ann'", "'B', NULL", "'B', ''")) {
            assertThat(state("SELECT shq.promote_company_records(" + arguments + ")")).isEqualTo("22023");
        }
    }

    @Test
    void refusedRowsAreNamedAndNothingIsWritten() {
        rows("B", 50);
        run("""
                INSERT INTO intake.company_raw_intake (id, import_batch_id, validated, num_employees, founded_year)
                VALUES (901, 'B', true, -1, NULL), (902, 'B', true, 1, 1066), (903, 'B', true, 1, 1999), (904, 'B', false, -1, NULL)""");

        assertThatThrownBy(() -> promote("B", "ann")).rootCause()
                .hasMessageContaining("intake id 901: ").hasMessageContaining("employee_count_not_negative")
                .hasMessageContaining("intake id 902: ").hasMessageContaining("founded_year_from_1700")
                .hasMessageNotContaining("903").hasMessageNotContaining("904");
        assertThat(log()).isEmpty();
        assertThat(ask("SELECT count(*) FROM marketing.company_master")).isEqualTo("0");
    }

    @Test
    void rowsThatARuleUnknownToUsRefusesAreNamed() {
        run("""
                ALTER TABLE marketing.company_master ADD region TEXT DEFAULT 'x', ADD CONSTRAINT no_zip_9 CHECK (address_zip <> '9');
                CREATE UNIQUE INDEX one_phone ON marketing.company_master (company_phone);
                INSERT INTO intake.company_raw_intake (id, company_postal_code, company_phone, import_batch_id, validated)
                VALUES (1, '1', '555', 'B', true), (2, '9', '556', 'B', true), (3, '1', '555', 'B', true)""");

        assertThatThrownBy(() -> promote("B", "ann")).rootCause()
                .hasMessageContaining("intake id 2: ").hasMessageContaining("no_zip_9")
                .hasMessageContaining("intake id 3: ").hasMessageContaining("one_phone").hasMessageNotContaining("id 1:");
    }

    @Test
    void everyNewCompanyHasItsDefaultSlotWithTheSameTail() {
        rows("B", 500);
        promote("B", "ann");

        assertThat(ask("""
                SELECT count(*) FROM marketing.company_master m JOIN marketing.company_slots s USING (company_unique_id)
                WHERE s.slot_type = 'default' AND s.slot_label = 'Primary Slot'
                  AND s.company_slot_unique_id = '04.04.05.' || substr(m.company_unique_id, 10)""")).isEqualTo("500");
    }

    @Test
    void aCompanyThatAnotherClientAddsHasItsDefaultSlotToo() {
        run("""
                INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system)
                VALUES ('04.04.01.00.00000.001', 'A', 'x', 'crm');
                INSERT INTO marketing.company_slots (company_slot_unique_id, company_unique_id, slot_type)
                VALUES ('04.04.05.00.00000.002', '04.04.01.00.00000.001', 'division');
                INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system)
                VALUES ('04.04.01.00.00000.002', 'B', 'x', 'crm')""");

        assertThat(list("""
                SELECT company_unique_id || ' ' || (company_slot_unique_id ~ '^04\\.04\\.05\\.[0-9]{2}\\.[0-9]{5}\\.00[12]$')
                FROM marketing.company_slots WHERE slot_type = 'default' ORDER BY 1"""))
                .containsExactly("04.04.01.00.00000.001 true", "04.04.01.00.00000.002 true");
    }

    @Test
    void idsThatMeetWithinARunAreDrawnAgain() {
        run("""
                INSERT INTO intake.company_raw_intake (id, import_batch_id, validated)
                SELECT 5 + n * 100000000::bigint, 'B', true FROM generate_series(1, 300) n""");

        assertThat(promote("B", "ann")).isEqualTo(300);
    }

    @Test
    void idsThatAreTakenAreDrawnAgain() {
        run("""
                SET session_replication_role = replica;
                INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system)
                SELECT shq.barton_id('04.04.01', extract(epoch FROM now())::bigint + c, d, 7), 'Taken', 'x', 'crm'
                FROM generate_series(-1, 3) c, generate_series(0, 99999, 10) d""");
        run("""
                INSERT INTO intake.company_raw_intake (id, import_batch_id, validated)
                SELECT n * 1000 + 7, 'B', true FROM generate_series(1, 200) n""");

        assertThat(promote("B", "ann")).isEqualTo(200);
    }

    @Test
    void theSessionUserStandsBesideTheExecutorThatWasClaimed() {
        rows("B", 1);
        promote("B", "the president");

        assertThat(ask("""
                SELECT l.executed_by || ' ' || d.session_user_name FROM public.shq_validation_log l
                JOIN shq.run_detail d USING (validation_run_id)""")).isEqualTo("the president postgres");
    }

    @Test
    void clearedRowsAreKeptWholeAndCanBePutBack() {
        run("""
                INSERT INTO intake.company_raw_intake (id, company, founded_year, validated_at, import_batch_id, validated,
                                                       validation_notes)
                VALUES (1, 'Ä "quoted" \\ name', 1903, '2024-01-02 03:04:05.678901Z', 'B', true, E'note: a\\nnote: b'),
                       (2, 'x', 1, NULL, 'B', false, '')""");
        promote("B", "ann");
        String before = ask("SELECT i::text FROM intake.company_raw_intake i WHERE id = 1");

        assertThat(ask("SELECT shq.clear_promoted_intake('B', 'ann')")).isEqualTo("1");

        assertThat(list("SELECT id FROM intake.company_raw_intake")).containsExactly("2");
        assertThat(ask("SELECT jsonb_populate_record(NULL::intake.company_raw_intake, row_data)::text FROM shq.cleared_intake"))
                .isEqualTo(before);
        assertThat(ask("SELECT count(*) FROM public.shq_validation_log WHERE validation_run_id LIKE 'CLR-%' AND passed_records = 1"))
                .isEqualTo("1");
    }

    void rows(String batch, int count) {
        run("""
                INSERT INTO intake.company_raw_intake (company, website, import_batch_id, validated)
                SELECT 'Company ' || n, 'https://c' || n || '.example', '%s', true FROM generate_series(1, %d) n"""
                .formatted(batch, count));
    }

    int promote(String batch, String executor) {
        return Integer.parseInt(ask("SELECT shq.promote_company_records('%s', '%s')".formatted(batch, executor)));
    }

    private List<String> log() {
        return list("""
                SELECT concat_ws('|', validation_run_id, total_records, passed_records, failed_records, executed_by)
                FROM public.shq_validation_log ORDER BY executed_at""");
    }

    private String state(String sql) {
        try (var c = database.getConnection(); var s = c.createStatement()) {
            s.execute(sql);
            return "";
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }

    private void run(String sql) {
        TestDatabases.run(database, sql);
    }

    String ask(String sql) {
        return TestDatabases.ask(database, sql);
    }

    private List<String> list(String sql) {
        return TestDatabases.list(database, sql);
    }
}
