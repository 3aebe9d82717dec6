package barton.steward.cli.intake;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.list;
import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.cli.TestCommands;
import barton.steward.support.TestDatabases;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The commands that mend what rows say, and that say what counts.
class ContentCommandsTest {
    private final DataSource database = TestDatabases.migrated();
    private final TestCommands session = new TestCommands(database);

    @Test
    void aFieldTakesItsValuesFromAnotherWhereItHasNone() {
        run(database, """
                INSERT INTO intake.company_raw_intake (id, company, company_name_for_emails, num_employees, import_batch_id)
                VALUES (1, 'N/A', 'Acme', 3, 'B'), (2, 'Bolt', 'BOLT', 4, 'B')""");

        assertThat(session.run("fix", "--batch", "B", "--field", "company", "--from", "company_name_for_emails", "--if-empty")).isZero();
        assertThat(list(database, "SELECT company FROM intake.company_raw_intake ORDER BY id")).containsExactly("Acme", "Bolt");

        assertThat(session.run("fix", "--batch", "B", "--field", "num_employees", "--set", "1,234")).isZero();
        assertThat(ask(database, "SELECT sum(num_employees) FROM intake.company_raw_intake")).isEqualTo("2468");
    }

    @Test
    void fullNamesAreSplitAndTakenBack() {
        run(database, """
                INSERT INTO intake.people_raw_intake (id, full_name, first_name, last_name, import_batch_id)
                VALUES (1, 'Dr. Ann van der Lee', NULL, 'N/A', 'P'), (2, 'Bob Ray', 'Rob', NULL, 'P'), (3, 'Cher', NULL, NULL, 'P')""");

        assertThat(session.run("fix", "--people", "--batch", "P", "--field", "full_name", "--split-name", "--dry-run")).isZero();
        assertThat(session.out()).contains("Dr. Ann van der Lee", "Ann | van der Lee");
        assertThat(session.run("fix", "--people", "--batch", "P", "--field", "full_name", "--split-name")).isZero();
        String names = "SELECT concat_ws('/', first_name, last_name) FROM intake.people_raw_intake ORDER BY id";
        assertThat(list(database, names)).containsExactly("Ann/van der Lee", "Rob", "");

        assertThat(session.run("undo", ask(database, "SELECT max(action_id) FROM shq.action"))).isZero();
        assertThat(list(database, names)).containsExactly("N/A", "Rob", "");
        assertThat(session.run("fix", "--people", "--batch", "P", "--field", "title", "--split-name")).isEqualTo(1);
    }

    @Test
    void theRowsOfAStateAreFoundHoweverItIsSpelled() {
        run(database, """
                INSERT INTO intake.company_raw_intake (id, company, company_state, company_country)
                VALUES (1, 'A', 'D.C.', NULL), (2, 'B', 'District of Columbia', NULL), (3, 'C', 'Ohio', NULL),
                       (4, 'D', 'Georgia', 'Georgia'),
                       (5, 'E', 'W. Va.', 'USA')""");

        assertThat(session.run("mark", "--state", "dc", "--rejected", "--note", "closed", "--json")).isZero();
        assertThat(session.out()).contains("\"changed\":2");
        assertThat(session.run("fill-states", "--json")).isZero();
        assertThat(list(database, "SELECT state_abbrev FROM intake.company_raw_intake ORDER BY id"))
                .containsExactly("DC", "DC", "OH", null, "WV");
    }

    @Test
    void thePlaceholdersAreListedAndChanged() {
        assertThat(session.run("rules", "placeholders", "--add", " Bitte Wählen ", "--remove", "TBD")).isZero();
        assertThat(session.out()).contains("\nbitte wählen\n").doesNotContain("\ntbd\n");
        assertThat(ask(database, "SELECT shq.filled_in('Bitte wählen') OR NOT shq.filled_in('TBD')")).isEqualTo("f");
        assertThat(session.run("rules", "placeholders", "--add", " ")).isEqualTo(1);
        assertThat(session.err()).contains("is no placeholder");
    }

    @Test
    void aChangeOfThePlaceholdersSaysWhichRowsItIsAboutAndIsTakenBack() {
        run(database, "INSERT INTO intake.company_raw_intake (id, company, industry, company_city)"
                + " VALUES (1, 'Acme', 'Bitte wählen', NULL), (2, 'Bolt', 'Tools', ' bitte Wählen'), (3, 'Cent', 'Bitte', 'Wählen')");
        assertThat(session.run("rules", "placeholders", "--add", "Bitte Wählen", "--remove", "TBD", "--dry-run", "--json")).isZero();
        JsonNode seen = new JsonMapper().readTree(session.out()).get("effect");
        assertThat(seen.get("emptied").asLong()).isEqualTo(2);
        assertThat(seen.get("action").isNull()).isTrue();
        assertThat(ask(database, "SELECT count(*) FROM shq.action")).isEqualTo("0");

        session.run("rules", "placeholders", "--add", "Bitte Wählen", "--remove", "TBD", "--json");
        String action = new JsonMapper().readTree(session.out()).get("effect").get("action").asString();
        assertThat(ask(database, "SELECT summary || ' ' || row_count FROM shq.action"))
                .isEqualTo("Made placeholders of “bitte wählen”, and values of “tbd” 2");
        assertThat(session.run("undo", action)).isZero();
        assertThat(ask(database, "SELECT NOT shq.filled_in('Bitte wählen') OR shq.filled_in('TBD')")).isEqualTo("f");
        assertThat(session.run("undo", action)).isEqualTo(1);
        assertThat(session.err()).contains("taken back already");
    }
}
