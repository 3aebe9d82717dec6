package barton.steward.dao.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import barton.steward.catalog.Entity;
import barton.steward.db.Database;
import barton.steward.model.promotion.PromotionResult;
import barton.steward.model.validation.ValidatedAndPromoted;
import barton.steward.model.validation.ValidationResult;
import barton.steward.support.TestDatabases;
import barton.steward.support.TestPostgres;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// What clients of the database may rely on when rules judge a batch, and when they change what was judged.
abstract class ValidationContract {
    private final DataSource database;
    private final ValidationDao dao;

    ValidationContract(TestPostgres server) {
        database = TestDatabases.migrated(server);
        dao = new JdbiValidationDao(Database.over(database));
    }

    @Test
    void aRecordWithoutAnErrorIsValidatedAndTheNotesOfTheOthersSayWhatIsWrong() {
        rows("(1, 'A', 'https://a.example', NULL, NULL)", "(2, ' ', NULL, 'Atlantis', NULL)", "(3, 'C', 'c.example', NULL, '555')");

        ValidationResult result = validate("B");

        assertThat(result).isEqualTo(new ValidationResult("B", result.run(), 3, 2, 1, Map.of("company_name_present", 1L,
                "website_present", 1L, "state_known", 1L, "phone_possible", 1L)));
        assertThat(result.run()).matches("VLD-[0-9]{8}-[0-9]{6}-[0-9a-f]{8}");
        assertThat(states()).containsExactly("1 true ann null", "2 false null company: is missing / website: is missing / company_state:"
                + " is no state, district or territory of the US",
                "3 true ann warning: company_phone: is no possible number, neither of North America nor with a country code");
        assertThat(ask("SELECT count(*) FROM intake.company_raw_intake WHERE (validated_at IS NOT NULL) = validated")).isEqualTo("3");
    }

    @Test
    void aRunIsLogged() {
        rows("(1, 'A', 'https://a.example', NULL, NULL)", "(2, NULL, 'b.example', NULL, NULL)");

        String run = validate("B").run();

        assertThat(ask("""
                SELECT concat_ws('|', l.validation_run_id, l.source_table, l.total_records, l.passed_records, l.failed_records,
                                 l.executed_by,
                                 d.kind, d.batch, d.rule_set, d.findings)
                FROM public.shq_validation_log l JOIN shq.run_detail d USING (validation_run_id)"""))
                .isEqualTo(run + "|intake.company_raw_intake|2|1|1|ann|validation|B|standard|{\"company_name_present\": 1}");
    }

    @Test
    void findingsAreStructuredAndThoseOfTheLastRun() {
        rows("(1, 'A', NULL, NULL, '555')");
        validate("B");
        run("UPDATE intake.company_raw_intake SET website = 'example.com'");

        String run = validate("B").run();

        assertThat(dao.findings(Entity.COMPANY, 1)).extracting(f -> f.run() + " " + f.code() + " " + f.field() + " " + f.severity())
                .containsExactly(run + " website_placeholder website ERROR", run + " phone_possible company_phone WARNING");
        assertThat(ask("SELECT findings FROM shq.run_detail WHERE findings ? 'website_present'")).isNotNull();
    }

    @Test
    void onlyTheLinesOfFindingsAreReplaced() {
        rows("(1, 'A', NULL, NULL, NULL)");
        run("UPDATE intake.company_raw_intake SET validation_notes = E'note: website: \"x\" was left out\\nnote: asked them'");
        validate("B");
        assertThat(notes(1)).isEqualTo("note: website: \"x\" was left out / note: asked them / website: is missing");
        run("UPDATE intake.company_raw_intake SET website = 'a.example', validation_notes = validation_notes || E'\\nnote: they answered'");

        validate("B");

        assertThat(notes(1)).isEqualTo("note: website: \"x\" was left out / note: asked them / note: they answered");
    }

    @Test
    void aRejectionStandsUntilTheContentChanges() {
        rows("(1, 'A', 'a.example', NULL, NULL)");
        run("UPDATE intake.company_raw_intake SET validation_notes = 'rejected: out of business'");
        assertThat(validate("B").passed()).isZero();
        assertThat(notes(1)).isEqualTo("rejected: out of business");

        run("UPDATE intake.company_raw_intake SET company_city = 'Elkins'");

        assertThat(notes(1)).isEqualTo("note: was rejected: out of business");
        assertThat(validate("B").passed()).isEqualTo(1);
    }

    @Test
    void validatingByHandLiftsARejection() {
        rows("(1, 'A', 'a.example', NULL, NULL)");
        run("UPDATE intake.company_raw_intake SET validation_notes = 'rejected: no';"
                + " UPDATE intake.company_raw_intake SET validated = true");

        assertThat(notes(1)).isEqualTo("note: was rejected: no");
        assertThat(validate("B").passed()).isEqualTo(1);
    }

    @Test
    void promotedRowsAreNotJudgedAgainAndARowsOwnMasterRowDoesNotCount() {
        rows("(1, 'A', 'a.example', NULL, NULL)", "(2, 'B', 'b.example', NULL, NULL)", "(3, 'C', 'c.example', NULL, NULL)");
        run("""
                INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system, source_record_id)
                VALUES ('04.04.01.00.00000.001', 'A', 'a.example', 'intake_promotion', '1'),
                       ('04.04.01.00.00000.002', 'B', 'b.example', 'crm', '2'),
                       ('04.04.01.00.00000.003', 'X', 'c.example', 'crm', NULL)""");

        ValidationResult result = validate("B");

        assertThat(result.checked()).isEqualTo(2);
        assertThat(result.findings()).isEqualTo(Map.of("host_new", 1L));
        assertThat(notes(3)).isEqualTo("warning: website: has the host of a company in master");
        assertThat(ask("SELECT notes FROM public.shq_validation_log")).contains("1 promoted rows were left alone");
    }

    @Test
    void anotherSetOfRulesReplacesWhatTheFirstFound() {
        rows("(1, NULL, NULL, NULL, NULL)");
        run("""
                INSERT INTO shq.validation_rule (rule_set, code, entity, field, kind, parameters, severity, message)
                VALUES ('strict', 'city', 'company', 'company_city', 'required', '{}', 'error', 'is missing'),
                       ('strict', 'off', 'company', 'industry', 'required', '{}', 'error', 'is missing')""");
        run("UPDATE shq.validation_rule SET enabled = false WHERE code = 'off'");
        validate("B");

        assertThat(dao.validate(Entity.COMPANY, "B", "strict", "ann").findings()).isEqualTo(Map.of("city", 1L));
        assertThat(notes(1)).isEqualTo("company_city: is missing");
        assertThat(ask("SELECT string_agg(rule_code, ' ') FROM shq.finding")).isEqualTo("city");
    }

    @Test
    void blankArgumentsAndUnknownRulesAreRefusedAndNothingIsWritten() {
        rows("(1, 'A', 'a.example', NULL, NULL)");
        for (String function : List.of("validate_company_batch", "validate_people_batch", "validate_and_promote",
                "validate_and_promote_people")) {
            for (String arguments : List.of("NULL, 'ann'", "' ', 'ann'", "'B', NULL", "'B', ''", "'B', 'ann', NULL", "'B', 'ann', ' '",
                    "'B', 'ann', 'nonsense'")) {
                assertThat(state("SELECT * FROM shq." + function + "(" + arguments + ")")).isEqualTo("22023");
            }
        }
        assertThatThrownBy(() -> run("SELECT shq.validate_company_batch('B', 'ann', 'nonsense')")).rootCause()
                .hasMessageContaining("There is no set of rules “nonsense” for companies. Nothing was written.");
        assertThat(ask("SELECT count(*) FROM public.shq_validation_log")).isEqualTo("0");
        assertThat(states()).containsExactly("1 false null null");
    }

    @Test
    void anUnknownBatchIsNoRun() {
        assertThat(validate("nowhere")).isEqualTo(new ValidationResult("nowhere", null, 0, 0, 0, Map.of()));
        assertThat(ask("SELECT count(*) FROM public.shq_validation_log")).isEqualTo("0");
    }

    @Test
    void theSameRequestFindsItsRun() {
        UUID request = UUID.randomUUID();
        rows("(1, 'A', NULL, NULL, NULL)");
        ValidationResult first = dao.validate(Entity.COMPANY, "B", "standard", "ann", request);
        rows("(2, 'A', NULL, NULL, NULL)");

        assertThat(dao.validate(Entity.COMPANY, "B", "standard", "ann", request)).isEqualTo(first);
        assertThat(ask("SELECT count(*) FROM public.shq_validation_log")).isEqualTo("1");
    }

    @Test
    void validateAndPromoteDoesBothOnceForARequest() {
        rows("(1, 'A', 'a.example', NULL, NULL)", "(2, NULL, 'b.example', NULL, NULL)", "(3, 'C', 'c.example', NULL, NULL)");
        String both = "SELECT set_config('steward.request_id', 'd2c4b6a8-0000-4000-8000-000000000001', false);"
                + " SELECT v.validated || ' ' || v.promoted || ' ' || v.failed FROM shq.validate_and_promote('B', 'ann') v";

        assertThat(last(both)).isEqualTo("2 2 1");
        assertThat(last(both)).isEqualTo("2 2 1");
        assertThat(ask("SELECT string_agg(kind, ' ' ORDER BY kind) FROM shq.run_detail")).isEqualTo("promotion validation");
        assertThat(ask("SELECT v.validated || ' ' || v.promoted || ' ' || v.failed FROM shq.validate_and_promote('B', 'ann') v"))
                .isEqualTo("0 0 1");
    }

    @Test
    void peopleAreValidatedAndPromotedOrNeither() {
        run("""
                INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system)
                VALUES ('04.04.01.00.00001.001', 'Acme', 'https://acme.example', 'crm');
                INSERT INTO intake.people_raw_intake (id, first_name, last_name, title, company_name, email, import_batch_id)
                VALUES (1, 'Ann', 'Lee', 'CEO', 'Acme', 'ann@acme.example', 'P'),
                       (2, 'Bob', NULL, 'CTO', 'Acme', 'bob@acme.example', 'P')""");
        UUID request = UUID.randomUUID();

        ValidatedAndPromoted both = dao.validateAndPromote(Entity.PERSON, "P", "standard", "ann", request);

        assertThat(both.promotion().promoted() + " of " + both.validation().checked()).isEqualTo("1 of 2");
        assertThat(both.promotion().run()).startsWith("PPL-");
        assertThat(dao.validateAndPromote(Entity.PERSON, "P", "standard", "ann", request)).as("found again").isEqualTo(both);
        run("""
                ALTER TABLE marketing.people_master ADD CHECK (title <> 'Odd');
                INSERT INTO intake.people_raw_intake (id, first_name, last_name, title, company_name, email, import_batch_id)
                VALUES (3, 'Cy', 'Poe', 'Odd', 'Acme', 'cy@acme.example', 'P')""");
        assertThatThrownBy(() -> dao.validateAndPromote(Entity.PERSON, "P", "standard", "ann", UUID.randomUUID()))
                .hasMessageContaining("intake id 3");
        assertThat(ask("SELECT validated FROM intake.people_raw_intake WHERE id = 3")).isNotEqualTo("t");
        assertThat(ask("SELECT count(*) FROM public.shq_validation_log")).isEqualTo("2");
    }

    @Test
    void bothAreDoneOrNeither() {
        rows("(1, 'A', 'a.example', NULL, NULL)", "(2, NULL, 'b.example', NULL, NULL)");
        UUID request = UUID.randomUUID();
        ValidatedAndPromoted both = dao.validateAndPromote(Entity.COMPANY, "B", "standard", "ann", request);
        assertThat(both).isEqualTo(new ValidatedAndPromoted(new ValidationResult("B", both.validation().run(), 2, 1, 1,
                Map.of("company_name_present", 1L)), new PromotionResult("B", "B", 1)));
        assertThat(dao.validateAndPromote(Entity.COMPANY, "B", "standard", "ann", request)).as("found again").isEqualTo(both);

        run("ALTER TABLE marketing.company_master ADD CHECK (company_name <> 'Odd')");
        rows("(3, 'Odd', 'odd.example', NULL, NULL)");
        assertThatThrownBy(() -> dao.validateAndPromote(Entity.COMPANY, "B", "standard", "ann", UUID.randomUUID()))
                .hasMessageContaining("intake id 3");
        assertThat(ask("SELECT validated FROM intake.company_raw_intake WHERE id = 3")).isNotEqualTo("t");
        assertThat(ask("SELECT count(*) FROM public.shq_validation_log")).isEqualTo("2");
        assertThat(dao.validateAndPromote(Entity.COMPANY, "nowhere", "standard", "ann", UUID.randomUUID()))
                .isEqualTo(new ValidatedAndPromoted(
                new ValidationResult("nowhere", null, 0, 0, 0, Map.of()), new PromotionResult("nowhere", null, 0)));
    }

    @Test
    void peopleAreJudgedToo() {
        rows("(1, 'Acme', 'a.example', NULL, NULL)");
        run("SELECT shq.validate_and_promote('B', 'ann')");
        run("""
                INSERT INTO intake.people_raw_intake (id, first_name, last_name, title, email, company_name, import_batch_id)
                VALUES (1, 'Ann', 'Lee', 'CEO', 'ann@acme.example', 'Acme', 'P'), (2, 'Bob', 'Lee', NULL, 'bob', 'Nobody', 'P')""");

        ValidationResult result = dao.validate(Entity.PERSON, "P", "standard", "ann");

        assertThat(result.findings()).isEqualTo(Map.of("email_well_formed", 1L, "title_present", 1L, "company_found", 1L));
        assertThat(ask("SELECT string_agg(id || ' ' || validated, ', ' ORDER BY id) FROM intake.people_raw_intake"))
                .isEqualTo("1 true, 2 false");
        run("UPDATE intake.people_raw_intake SET title = 'CTO', skills = ARRAY['sql'] WHERE id = 1");
        assertThat(ask("SELECT validation_notes FROM intake.people_raw_intake WHERE id = 1"))
                .isEqualTo("note: edited since validation: title from \"CEO\" to \"CTO\"; skills from nothing to \"[\"sql\"]\"");
    }

    @Test
    void aValidationFallsWhereTheContentChanges() {
        rows("(1, 'A', 'a.example', NULL, NULL)");
        validate("B");

        run("UPDATE intake.company_raw_intake SET company = 'Other', num_employees = 3");

        assertThat(states()).containsExactly(
                "1 false null note: edited since validation: company from \"A\" to \"Other\"; num_employees from nothing to 3");
        assertThat(ask("SELECT validated_at FROM intake.company_raw_intake")).isNull();
    }

    @Test
    void whatIsNoContentOrNoChangeKeepsTheValidation() {
        rows("(1, 'A', 'a.example', 'Ohio', NULL)");
        validate("B");

        run("""
                UPDATE intake.company_raw_intake SET company = 'A', website = website;
                UPDATE intake.company_raw_intake SET import_batch_id = 'C', company_address = 'x', validation_notes = 'note: x';
                UPDATE intake.company_raw_intake SET state_abbrev = 'OH'""");

        assertThat(states()).containsExactly("1 true ann note: x");
        run("UPDATE intake.company_raw_intake SET state_abbrev = NULL");
        assertThat(states()).containsExactly("1 true ann note: x");
    }

    @Test
    void anAbbreviationThatIsNotTheStatesIsAChange() {
        rows("(1, 'A', 'a.example', 'Ohio', NULL)");
        validate("B");

        run("UPDATE intake.company_raw_intake SET state_abbrev = 'TX'");

        assertThat(ask("SELECT validated FROM intake.company_raw_intake")).isEqualTo("f");
    }

    @Test
    void anUpdateThatNamesValidatedIsAValidation() {
        rows("(1, 'A', 'a.example', NULL, NULL)", "(2, 'B', 'b.example', NULL, NULL)", "(3, 'C', 'c.example', NULL, NULL)");
        validate("B");

        run("""
                UPDATE intake.company_raw_intake SET company = company || ' Inc', validated = true, validated_by = 'eve' WHERE id = 1;
                UPDATE intake.company_raw_intake SET company = company || ' Inc', validated = false WHERE id = 2;
                UPDATE intake.company_raw_intake SET company = company || ' Inc', validated = NULL WHERE id = 3""");

        assertThat(states()).containsExactly("1 true eve null", "2 false ann null", "3 false ann null");
    }

    @Test
    void aRunForgetsTheEditsBeforeIt() {
        rows("(1, 'A', 'a.example', NULL, NULL)");
        validate("B");
        run("UPDATE intake.company_raw_intake SET website = NULL");

        validate("B");

        assertThat(notes(1)).isEqualTo("note: was edited: website from \"a.example\" to nothing / website: is missing");
    }

    @Test
    void everyStateThatAnEditLeavesIsOneThatPromotionKnows() {
        rows("(1, 'A', 'a.example', NULL, NULL)");
        validate("B");
        run("UPDATE intake.company_raw_intake SET company = 'B'");

        assertThat(ask("SELECT shq.promote_company_records('B', 'ann')")).isEqualTo("0");
        assertThat(ask("SELECT edited_since_validation FROM shq.promotion_preview('B')")).isEqualTo("1");
    }

    @Test
    void aRuleThatCannotBeUsedIsRefusedWithASentence() {
        assertThatThrownBy(() -> rule("website", "regex", "{\"pattern\": \"(\"}"))
                .rootCause().hasMessageContaining("is no regular expression");
        assertThatThrownBy(() -> rule("websit", "required", "{}")).rootCause().hasMessageContaining("has no column “websit”");
        assertThatThrownBy(() -> rule("website", "guess", "{}")).rootCause().hasMessageContaining("there is no kind “guess”");
        assertThatThrownBy(() -> rule("website", "required", "{\"pattern\": \"x\"}"))
                .rootCause().hasMessageContaining("has no parameter pattern");
        assertThatThrownBy(() -> rule("website", "range", "{\"min\": 1}")).rootCause().hasMessageContaining("“website” is not a number");
        assertThatThrownBy(() -> rule("num_employees", "range", "{\"min\": \"x\"}")).rootCause().hasMessageContaining("“min” is a number");
        assertThatThrownBy(() -> rule("num_employees", "range", "{}")).rootCause().hasMessageContaining("“min” or “max”");
        assertThatThrownBy(() -> rule("website", "list", "{\"values\": []}")).rootCause().hasMessageContaining("it needs “values”");
        assertThatThrownBy(() -> rule("website", "unique", "{\"as\": \"x\"}")).rootCause().hasMessageContaining("but not “x”");
        assertThatThrownBy(() -> rule("website", "company_found", "{}")).rootCause().hasMessageContaining("of people only");
        assertThatThrownBy(() -> rule("website", "in_master", "{\"column\": \"website\"}"))
                .rootCause().hasMessageContaining("has no column “website”");
    }

    private void rule(String field, String kind, String parameters) throws SQLException {
        run("INSERT INTO shq.validation_rule (rule_set, code, entity, field, kind, parameters, severity, message)"
                + " VALUES ('own', 'x', 'company', '%s', '%s', '%s', 'error', 'is odd')".formatted(field, kind, parameters));
    }

    private ValidationResult validate(String batch) {
        return dao.validate(Entity.COMPANY, batch, "standard", "ann");
    }

    private void rows(String... rows) {
        run("INSERT INTO intake.company_raw_intake AS i (id, company, website, company_state, company_phone, import_batch_id)"
                + " SELECT v.id, v.c, v.w, v.s, v.p, 'B' FROM (VALUES (0, '', '', '', ''), " + String.join(", ", rows)
                        + ") AS v (id, c, w, s, p) WHERE v.id > 0");
    }

    private List<String> states() {
        return TestDatabases.list(database, """
                SELECT concat(id, CASE WHEN validated THEN ' true ' ELSE ' false ' END, coalesce(validated_by, 'null'), ' ',
                              coalesce(replace(validation_notes, E'\\n', ' / '), 'null'))
                FROM intake.company_raw_intake ORDER BY id""");
    }

    private String notes(int id) {
        return ask("SELECT replace(validation_notes, E'\\n', ' / ') FROM intake.company_raw_intake WHERE id = " + id);
    }

    private String state(String sql) {
        try {
            ask(sql);
            return "";
        } catch (IllegalStateException e) {
            return ((SQLException) e.getCause()).getSQLState();
        }
    }

    /// The one text that the last of two statements answers, both on one connection.
    private String last(String sql) {
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
            statement.getMoreResults();
            try (var rows = statement.getResultSet()) {
                rows.next();
                return rows.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void run(String sql) {
        TestDatabases.run(database, sql);
    }

    private String ask(String sql) {
        return TestDatabases.ask(database, sql);
    }
}
