package barton.steward.dao.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import barton.steward.support.TestDatabases;
import barton.steward.support.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What clients of the database may rely on when they call `shq.promote_people_records`.
abstract class PeoplePromotionContract {
    private static final String ACME = "04.04.01.00.00000.001";
    private static final String SLOT = "04.04.05.00.00000.001";

    private final DataSource database;

    PeoplePromotionContract(TestPostgres server) {
        database = TestDatabases.migrated(server);
        run("""
                INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system)
                VALUES ('04.04.01.00.00000.001', 'Acme', 'x', 'crm'), ('04.04.01.00.00000.002', 'Twin', 'x', 'crm'),
                       ('04.04.01.00.00000.003', 'Twin', 'x', 'crm')""");
    }

    @Test
    void everyFieldOfIntakeArrivesInMaster() {
        run("""
                INSERT INTO intake.people_raw_intake (id, first_name, last_name, email, work_phone, personal_phone, title, seniority,
                    department, company_name, linkedin_url, twitter_url, facebook_url, bio, skills, education, certifications,
                    source_system, source_record_id, import_batch_id, validated)
                VALUES (7, 'Ann', 'Lee', 'ann@acme.example', '(304) 555-0101 ext. 12', '+44 20 7946 0958', 'CEO', 'C-Level', 'Executive',
                    'Acme', 'li', 'tw', 'fb', 'bio', ARRAY['sql', 'java'], 'MIT', ARRAY['PMP'], 'apollo', '99', 'B', true)""");

        assertThat(promote("B")).isEqualTo(1);

        assertThat(ask("""
                SELECT concat_ws('|', company_unique_id, company_slot_unique_id, first_name, last_name, full_name, title, seniority,
                    department, email, work_phone_e164, personal_phone_e164, linkedin_url, twitter_url, facebook_url, bio, skills,
                    education, certifications, source_system, source_record_id, email_verified,
                    promoted_from_intake_at > now() - interval '1 hour')
                FROM marketing.people_master""")).isEqualTo(ACME + "|" + SLOT + "|Ann|Lee|Ann Lee|CEO|C-Level|Executive|ann@acme.example"
                + "|+13045550101|+442079460958|li|tw|fb|bio|{sql,java}|MIT|{PMP}|intake_promotion|7|f|t");
    }

    @Test
    void theCompanyIsTheOneOfTheIdElseTheOnlyOneOfExactlyThatName() {
        person(1, "'Somebody else', '" + ACME + "', NULL");
        person(2, "'Acme', ' ', NULL");
        person(3, "'acme', NULL, NULL");
        person(4, "'Acme', '04.04.01.00.00000.009', NULL");
        person(5, "'Twin', NULL, NULL");
        person(6, "NULL, NULL, NULL");
        person(7, "'Twin', '04.04.01.00.00000.003', NULL");

        assertThat(promote("B")).isEqualTo(3);

        assertThat(list("SELECT source_record_id || ' ' || company_unique_id FROM marketing.people_master ORDER BY 1"))
                .containsExactly("1 " + ACME, "2 " + ACME, "7 04.04.01.00.00000.003");
        assertThat(log()).containsExactly("7|3|4|ann");
        assertThat(list("SELECT id || ' ' || validated || ' ' || validation_notes FROM intake.people_raw_intake"
                + " WHERE validation_notes IS NOT NULL ORDER BY id")).containsExactly(
                        "3 true company_name: no company of master is called exactly “acme”",
                        "4 true company_unique_id: no company of master has the ID 04.04.01.00.00000.009",
                        "5 true company_name: 2 companies of master are called “Twin”",
                        "6 true company_name: is missing, and so is the ID of the company");
        assertThat(list("SELECT record_id || ' ' || rule_code FROM shq.finding ORDER BY 1"))
                .containsExactly("3 company_missing", "4 company_missing", "5 company_ambiguous", "6 company_missing");
    }

    @Test
    void whoseCompanyCameMeanwhileIsPromotedByTheNextRunAndItsNotesSayNoMoreThatItIsMissing() {
        run("INSERT INTO intake.people_raw_intake (id, first_name, last_name, company_name, import_batch_id, validated, validation_notes)"
                + " VALUES (1, 'Ann', 'Lee', 'Late', 'B', true, 'note: mine'), (2, 'Bob', 'Lee', 'Never', 'B', true, NULL)");
        assertThat(promote("B")).isZero();
        run("INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system)"
                + " VALUES ('04.04.01.00.00000.004', 'Late', 'x', 'crm')");

        assertThat(promote("B")).isEqualTo(1);
        assertThat(list("SELECT validation_notes FROM intake.people_raw_intake ORDER BY id"))
                .containsExactly("note: mine", "company_name: no company of master is called exactly “Never”");
        assertThat(log()).containsExactly("2|0|2|ann", "2|1|1|ann");
    }

    @Test
    void theSlotIsTheOneThatIsNamedWhereItIsOneOfTheCompany() {
        run("INSERT INTO marketing.company_slots (company_slot_unique_id, company_unique_id, slot_type, created_at)"
                + " VALUES ('04.04.05.00.00000.008', '" + ACME + "', 'division', '2001-01-01')");
        person(1, "'Acme', NULL, NULL");
        person(2, "'Acme', NULL, '04.04.05.00.00000.008'");
        person(3, "'Acme', NULL, '04.04.05.00.00000.002'");

        assertThat(promote("B")).isEqualTo(2);
        assertThat(list("SELECT source_record_id || ' ' || company_slot_unique_id FROM marketing.people_master ORDER BY 1"))
                .containsExactly("1 " + SLOT, "2 04.04.05.00.00000.008");
        assertThat(ask("SELECT validation_notes FROM intake.people_raw_intake WHERE id = 3"))
                .isEqualTo("company_slot_unique_id: 04.04.05.00.00000.002 is no slot of its company");
    }

    @Test
    void onlyValidatedPeopleOfTheBatchThatMasterHasNotAreCopied() {
        person(1, "'Acme', NULL, NULL");
        person(2, "'Acme', NULL, NULL");
        person(3, "'Acme', NULL, NULL");
        run("UPDATE intake.people_raw_intake SET validated = false WHERE id = 2");
        run("UPDATE intake.people_raw_intake SET import_batch_id = 'other' WHERE id = 3");
        person(4, "'Acme', NULL, NULL");
        run("INSERT INTO marketing.people_master (unique_id, company_unique_id, company_slot_unique_id, first_name, last_name,"
                + " source_system, source_record_id)"
                + " VALUES ('04.04.02.00.00000.001', '" + ACME + "', '" + SLOT + "', 'X', 'Y', 'crm', '4'),"
                + " ('04.04.02.00.00000.002', '" + ACME + "', '" + SLOT + "', 'X', 'Z', 'crm', NULL)");

        assertThat(promote("B")).isEqualTo(1);
        assertThat(promote("B")).isZero();
        assertThat(log()).containsExactly("3|1|1|ann", "3|0|1|ann");
        assertThat(ask("SELECT count(*) FROM intake.people_raw_intake")).isEqualTo("4");
        assertThat(ask("SELECT held_by_other_source || ' ' || promoted_earlier || ' ' || kind || ' ' || batch FROM shq.run_detail"
                + " ORDER BY run_no DESC LIMIT 1")).isEqualTo("1 1 people-promotion B");
    }

    @Test
    void whoIsPromotedNamesTheRun() {
        person(1, "'Acme', NULL, NULL");
        promote("B");

        assertThat(ask("""
                SELECT (l.validation_run_id ~ '^PPL-[0-9]{8}-[0-9]{6}-[0-9a-f]{8}$') || ' ' || l.source_table || ' ' || l.target_table
                FROM marketing.people_master p
                JOIN shq.run_detail d ON d.run_no = p.promotion_audit_log_id JOIN public.shq_validation_log l USING (validation_run_id)"""))
                        .isEqualTo("true intake.people_raw_intake marketing.people_master");
    }

    @Test
    void aPhoneThatIsNoneStaysInIntakeAndTheRunSaysSo() {
        person(1, "'Acme', NULL, NULL");
        run("UPDATE intake.people_raw_intake SET work_phone = 'call me', personal_phone = '304.555.0199', validated = true");

        promote("B");

        assertThat(ask("SELECT concat_ws('|', work_phone_e164, personal_phone_e164) FROM marketing.people_master"))
                .isEqualTo("+13045550199");
        assertThat(ask("SELECT work_phone FROM intake.people_raw_intake")).isEqualTo("call me");
        assertThat(ask("SELECT notes FROM public.shq_validation_log")).contains("1 have a phone that is no possible number");
    }

    @Test
    void anUnknownBatchIsNoRun() {
        assertThat(promote("nowhere")).isZero();
        assertThat(log()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NULL, 'ann'", "' ', 'ann'", "'B', NULL", "'B', ''"})
    void blankArgumentsAreRefused(String arguments) {
        assertThatThrownBy(() -> ask("SELECT shq.promote_people_records(" + arguments + ")")).rootCause()
                .extracting("SQLState").isEqualTo("22023");
    }

    @Test
    void refusedRowsAreNamedAndNothingIsWritten() {
        person(1, "'Acme', NULL, NULL");
        person(2, "'Acme', NULL, NULL");
        person(3, "'Acme', NULL, NULL");
        person(4, "'Nowhere', NULL, NULL");
        run("UPDATE intake.people_raw_intake SET email = 'nonsense', validated = true WHERE id = 2");
        run("UPDATE intake.people_raw_intake SET first_name = ' ', validated = true WHERE id = 3");

        assertThatThrownBy(() -> promote("B")).rootCause()
                .hasMessageContaining("intake id 2: ").hasMessageContaining("people_master_email_format")
                .hasMessageContaining("intake id 3: ").hasMessageContaining("first_name").hasMessageNotContaining("id 1:");
        assertThat(log()).isEmpty();
        assertThat(ask("SELECT count(*) || ' ' || (SELECT count(*) FROM shq.finding) FROM marketing.people_master")).isEqualTo("0 0");
        assertThat(list("SELECT intake_id || ' ' || reason FROM shq.promotion_refusals('person', 'B') ORDER BY 1")).satisfiesExactly(
                email -> assertThat(email).isEqualTo("2 breaks a rule of master about email"),
                name -> assertThat(name).isEqualTo("3 has no first name"));
    }

    @Test
    void thePreviewForeseesTheRun() {
        for (int id = 1; id <= 9; id++) {
            person(id, "'Acme', NULL, NULL");
        }
        run("UPDATE intake.people_raw_intake SET company_name = 'Twin', validated = true WHERE id = 1");
        run("UPDATE intake.people_raw_intake SET company_name = 'Nobody', validated = true WHERE id = 2");
        run("UPDATE intake.people_raw_intake SET company_slot_unique_id = 'x', validated = true WHERE id = 3");
        run("UPDATE intake.people_raw_intake SET title = 'CTO' WHERE id = 4");
        run("UPDATE intake.people_raw_intake SET validated = false WHERE id = 5");
        run("UPDATE intake.people_raw_intake SET work_phone = 'call me', validated = true WHERE id = 6");

        assertThat(counts()).containsExactly("company_ambiguous 1", "company_missing 1", "edited_since_validation 1",
                "not_validated 1", "promotable 4 1", "slot_missing 1");
        assertThat(promote("B")).isEqualTo(4);
        assertThat(counts()).containsExactly("already_promoted 4", "company_ambiguous 1", "company_missing 1", "edited_since_validation 1",
                "not_validated 1", "slot_missing 1");
    }

    @Test
    void aValidationFallsWhereASlotIsNamedOrThePersonMovesToAnotherCompany() {
        person(1, "'Acme', NULL, NULL");
        run("UPDATE intake.people_raw_intake SET company_slot_unique_id = '" + SLOT + "'");

        assertThat(ask("SELECT validated || ' ' || validation_notes FROM intake.people_raw_intake"))
                .isEqualTo("false note: edited since validation: company_slot_unique_id from nothing to \"" + SLOT + "\"");
    }

    @Test
    void manyMorePeopleThanNumbersOfASequenceGoInOneBatch() {
        run("INSERT INTO intake.people_raw_intake (first_name, last_name, company_name, import_batch_id, validated)"
                + " SELECT 'A', 'B' || n, 'Acme', 'B', true FROM generate_series(1, 3000) n");

        assertThat(promote("B")).isEqualTo(3_000);
        assertThat(ask("SELECT count(DISTINCT unique_id) || ' ' || bool_and(unique_id ~ '^04\\.04\\.02\\.[0-9]{2}\\.[0-9]{5}\\.[0-9]{3}$')"
                + " FROM marketing.people_master")).isEqualTo("3000 true");
    }

    @ParameterizedTest
    @CsvSource({"8, 2", "4, 4", "4, 8"})
    void whoeverPromotesTogetherPromotesEverybodyOnce(int callers, int isolation) throws Exception {
        run("INSERT INTO intake.people_raw_intake (first_name, last_name, company_name, import_batch_id, validated)"
                + " SELECT 'A', 'B' || n, 'Acme', 'B', true FROM generate_series(1, 300) n");
        var together = new CyclicBarrier(callers);
        var counts = new ArrayList<Future<Integer>>();
        try (var threads = Executors.newFixedThreadPool(callers)) {
            for (int n = 0; n < callers; n++) {
                counts.add(threads.submit(() -> {
                    together.await();
                    return promoteAtLast(isolation);
                }));
            }
        }
        int sum = 0;
        for (Future<Integer> count : counts) {
            sum += count.get();
        }
        assertThat(sum).isEqualTo(300);
        assertThat(ask("SELECT count(*) || ' ' || count(DISTINCT source_record_id) FROM marketing.people_master")).isEqualTo("300 300");
    }

    @Test
    void withoutTheGuardOnlyReadCommittedIsSafe() throws SQLException {
        run("DROP INDEX marketing.people_master_promoted_once");
        person(1, "'Acme', NULL, NULL");

        try (var c = database.getConnection()) {
            c.setAutoCommit(false);
            c.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            assertThatThrownBy(() -> c.createStatement().execute("SELECT shq.promote_people_records('B', 'ann')"))
                    .extracting("SQLState").isEqualTo("55000");
        }
        assertThat(promote("B")).isEqualTo(1);
    }

    private int promoteAtLast(int isolation) throws SQLException {
        try (var c = database.getConnection()) {
            c.setAutoCommit(false);
            c.setTransactionIsolation(isolation);
            while (true) {
                try (var s = c.createStatement(); var rows = s.executeQuery("SELECT shq.promote_people_records('B', 'ann')")) {
                    rows.next();
                    int promoted = rows.getInt(1);
                    c.commit();
                    return promoted;
                } catch (SQLException e) {
                    c.rollback();
                    if (!"40001".equals(e.getSQLState()) && !"40P01".equals(e.getSQLState())) {
                        throw e;
                    }
                }
            }
        }
    }

    /// @param place company_name, company_unique_id and company_slot_unique_id
    private void person(int id, String place) {
        run("INSERT INTO intake.people_raw_intake (id, first_name, last_name, import_batch_id, validated, company_name, company_unique_id,"
                + " company_slot_unique_id) VALUES (" + id + ", 'Ann', 'Lee', 'B', true, " + place + ")");
    }

    private int promote(String batch) {
        return Integer.parseInt(ask("SELECT shq.promote_people_records('%s', 'ann')".formatted(batch)));
    }

    /// How many stand where, and of the promotable those that are remarked.
    private List<String> counts() {
        return list("SELECT concat_ws(' ', standing, records, CASE standing WHEN 'promotable' THEN remarked END)"
                + " FROM shq.promotion_counts('person', 'B') ORDER BY 1");
    }

    private List<String> log() {
        return list("SELECT concat_ws('|', total_records, passed_records, failed_records, executed_by) FROM public.shq_validation_log"
                + " ORDER BY executed_at");
    }

    private void run(String sql) {
        TestDatabases.run(database, sql);
    }

    private String ask(String sql) {
        return TestDatabases.ask(database, sql);
    }

    private List<String> list(String sql) {
        return TestDatabases.list(database, sql);
    }
}
