package barton.steward.dao.validation;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Entity;
import barton.steward.dao.JdbiDaos;
import barton.steward.db.Database;
import barton.steward.support.TestDatabases;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A run of rules looks again only at what is another than when they last ran, and says the same as one that looks at everything.
class RulesAgainTest {
    private static final String WRITTEN = """
            SELECT 'intake ' || i.id || ' ' || i.xmin FROM intake.company_raw_intake i
            UNION ALL SELECT 'finding ' || f.record_id || ' ' || f.rule_code || ' ' || f.xmin FROM shq.finding f
            UNION ALL SELECT 'mark ' || c.record_id || ' ' || c.xmin FROM shq.checked_record c
            UNION ALL SELECT 'action ' || a.action_id FROM shq.action a ORDER BY 1""";
    private static final String SAID = """
            SELECT concat_ws('|', i.id, i.validated, i.validation_notes, (
                SELECT string_agg(concat_ws(' ', f.rule_set, f.rule_code, f.field, f.severity, f.message), '; '
                                  ORDER BY f.rule_code, f.field)
                FROM shq.finding f WHERE f.entity = 'company' AND f.record_id = i.id))
            FROM intake.company_raw_intake i WHERE i.import_batch_id = 'B' ORDER BY i.id""";

    private DataSource database;
    private ValidationDao dao;

    @BeforeEach
    void check() {
        database = TestDatabases.migrated();
        dao = new JdbiValidationDao(Database.over(database));
        run("""
                INSERT INTO intake.company_raw_intake (id, company, website, company_state, company_country, company_phone, import_batch_id,
                                                       validation_notes)
                VALUES (1, 'A', 'https://a.example', 'Ohio', NULL, '(304) 343-2222', 'B', NULL),
                       (2, 'n/a', 'b.example', 'Atlantis', NULL, '555', 'B', NULL),
                       (3, 'C', 'c.example', 'Bavaria', 'Germany', '089 1234567', 'B', 'note: from a fair'),
                       (4, 'D', 'c.example', NULL, NULL, NULL, 'B', 'rejected: closed'),
                       (5, 'E', 'e.example', NULL, NULL, NULL, 'B', NULL),
                       (6, 'F & G', 'm.example', NULL, 'Utopia', NULL, 'B', NULL),
                       (7, 'Elsewhere', 'z.example', NULL, NULL, NULL, 'X', NULL)""");
        validate();
    }

    @Test
    void aRunThatFindsNothingNewWritesNothing() {
        List<String> before = TestDatabases.list(database, WRITTEN);
        List<String> said = TestDatabases.list(database, SAID);

        assertThat(dao.validate(Entity.COMPANY, "B", "standard", "bea").checked()).isEqualTo(6);

        assertThat(TestDatabases.list(database, WRITTEN)).isEqualTo(before);
        assertThat(TestDatabases.list(database, SAID)).isEqualTo(said);
        assertThat(said).anyMatch(s -> s.contains("placeholder")).anyMatch(s -> s.contains("host_once"));
    }

    @Test
    void onlyWhatChangedIsWritten() {
        run("UPDATE intake.company_raw_intake SET website = NULL WHERE id = 1");
        List<String> before = TestDatabases.list(database, WRITTEN);

        validate();

        assertThat(TestDatabases.list(database, WRITTEN)).filteredOn(w -> !w.startsWith("action") && !before.contains(w))
                .allMatch(w -> w.matches("(intake|finding|mark) 1 .*")).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "UPDATE intake.company_raw_intake SET website = NULL WHERE id = 1",
        "UPDATE intake.company_raw_intake SET company = 'Bee' WHERE id = 2",
        "UPDATE intake.company_raw_intake SET validated = true WHERE id = 2",
        "UPDATE intake.company_raw_intake SET validated = false WHERE id = 1",
        "UPDATE intake.company_raw_intake SET validation_notes = 'rejected: no' WHERE id = 5",
        "UPDATE intake.company_raw_intake SET validation_notes = NULL",
        "UPDATE intake.company_raw_intake SET website = 'e.example' WHERE id = 1",
        "UPDATE intake.company_raw_intake SET website = 'c2.example' WHERE id = 4",
        "UPDATE intake.company_raw_intake SET import_batch_id = 'B', website = 'e.example' WHERE id = 7",
        "UPDATE intake.company_raw_intake SET import_batch_id = 'Y' WHERE id = 4",
        "DELETE FROM intake.company_raw_intake WHERE id = 4",
        "SET session_replication_role = replica; UPDATE intake.company_raw_intake SET company = 'TBD' WHERE id = 1",
        "DELETE FROM shq.finding",
        "DELETE FROM shq.finding WHERE record_id = 2 AND rule_code = 'placeholder'",
        "UPDATE shq.finding SET severity = 'warning' WHERE record_id = 2",
        "INSERT INTO shq.placeholder (value, added_by) VALUES ('e', 'ann')",
        "DELETE FROM shq.placeholder WHERE value = 'n/a'",
        "INSERT INTO shq.country_name (name, code) VALUES ('utopia', 'DE')",
        "DELETE FROM shq.country_name WHERE name = 'germany'",
        "INSERT INTO shq.known_phone (written, region, e164) VALUES ('089 1234567', 'DE', '+49891234567')",
        "INSERT INTO shq.known_phone (written, region, e164) VALUES ('(304) 343-2222', 'US', NULL)",
        "DELETE FROM shq.public_suffix WHERE name IN ('example')",
        "UPDATE shq.validation_rule SET severity = 'warning' WHERE code = 'state_known'",
        "UPDATE shq.validation_rule SET message = 'is odd' WHERE code = 'phone_possible'",
        "UPDATE shq.validation_rule SET enabled = false WHERE code = 'placeholder'",
        "UPDATE shq.validation_rule SET parameters = '{\"min\": 5}' WHERE code = 'employees_not_negative'",
        "DELETE FROM shq.validation_rule WHERE code = 'host_once'",
        "UPDATE shq.validation_rule SET position = 1 WHERE code = 'phone_possible'",
        """
        INSERT INTO shq.validation_rule (rule_set, code, entity, field, kind, parameters, severity, message)
        VALUES ('standard', 'city', 'company', 'company_city', 'required', '{}', 'warning', 'is missing')""",
        """
        INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system)
        VALUES ('04.04.01.00.00000.001', 'M', 'https://www.m.example/', 'crm')""",
        """
        INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system, source_record_id)
        VALUES ('04.04.01.00.00000.001', 'A', 'e.example', 'intake_promotion', '1')""",
        "ALTER TABLE intake.company_raw_intake ADD COLUMN more TEXT DEFAULT 'x'",
        "CREATE OR REPLACE FUNCTION shq.has_entities(value TEXT) RETURNS BOOLEAN LANGUAGE sql IMMUTABLE AS 'SELECT value ~ ''&'''"
    })
    void whateverChangesIsLookedAtAgain(String change) {
        run(change);
        validate();
        List<String> said = TestDatabases.list(database, SAID);

        run("DELETE FROM shq.checked_record");
        validate();

        assertThat(TestDatabases.list(database, SAID)).isEqualTo(said);
    }

    @Test
    void whatIsTakenBackIsLookedAtAgain() {
        List<String> said = TestDatabases.list(database, SAID);
        long action = Long.parseLong(TestDatabases.ask(database, "SELECT max(action_id) FROM shq.action WHERE kind = 'validate'"));
        JdbiDaos.over(Database.over(database)).history().undo(action, "ann");
        assertThat(TestDatabases.list(database, SAID)).isNotEqualTo(said);

        validate();

        assertThat(TestDatabases.list(database, SAID)).isEqualTo(said);
    }

    @Test
    void anotherSetOfRulesDoesNotGoByWhatTheFirstSaid() {
        run("""
                INSERT INTO shq.validation_rule (rule_set, code, entity, field, kind, parameters, severity, message)
                VALUES ('strict', 'city', 'company', 'company_city', 'required', '{}', 'error', 'is missing')""");
        List<String> said = TestDatabases.list(database, SAID);

        assertThat(dao.validate(Entity.COMPANY, "B", "strict", "ann").findings()).containsEntry("city", 6L);
        validate();

        assertThat(TestDatabases.list(database, SAID)).isEqualTo(said);
    }

    private void validate() {
        dao.validate(Entity.COMPANY, "B", "standard", "ann");
    }

    private void run(String sql) {
        TestDatabases.run(database, sql);
    }
}
