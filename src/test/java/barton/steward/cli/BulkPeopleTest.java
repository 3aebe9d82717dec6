package barton.steward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.support.TestDatabases;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Bulk actions on people of intake; companies of the same batch and with the same ids stay as they are.
class BulkPeopleTest {
    private final DataSource database = TestDatabases.migrated();
    private TestCommands steward;

    @BeforeEach
    void rows() {
        TestDatabases.run(database, """
                INSERT INTO intake.people_raw_intake (id, first_name, last_name, title, state, work_phone, import_batch_id)
                SELECT n, 'Ann', 'Lee', ' CEO ', CASE WHEN n < 3 THEN 'Ohio' ELSE 'Utah' END, '304 555 010' || n,
                       CASE WHEN n < 4 THEN 'P' END
                FROM generate_series(1, 4) n;
                INSERT INTO intake.company_raw_intake (id, company, company_state, import_batch_id)
                SELECT n, 'Acme', 'Ohio', CASE WHEN n < 4 THEN 'P' END FROM generate_series(1, 4) n""");
    }

    @Test
    void peopleAreMarkedAsAnnounced() {
        assertThat(run("mark", "--people", "--batch", "P", "--dry-run", "--json")).startsWith("{\"announced\":3,\"changed\":0,");
        assertThat(people("validated::text")).isEqualTo("false false false false");
        assertThat(run("mark", "--people", "--batch", "P", "--json")).startsWith("{\"announced\":3,\"changed\":3,");
        assertThat(people("validated::text")).isEqualTo("true true true false");

        run("mark", "--people", "--state", "Ohio", "--rejected", "--note", "no such person");
        assertThat(people("coalesce(validation_notes, '-')")).isEqualTo("rejected: no such person rejected: no such person - -");
        assertThat(run("mark", "--people", "--ids", "1,3", "--lift-rejection")).startsWith("1 row freed of their rejection");
        assertThat(ask("SELECT count(*) FROM intake.company_raw_intake WHERE validated OR validation_notes IS NOT NULL")).isEqualTo("0");
        assertThat(ask("SELECT string_agg(DISTINCT table_name, ' ') FROM shq.action")).isEqualTo("intake.people_raw_intake");
    }

    @Test
    void aMarkTellsWhatItOverrides() {
        TestDatabases.run(database, """
                UPDATE intake.people_raw_intake SET validation_notes = CASE id WHEN 1 THEN E'email: is missing\\nrejected: a bot'
                    WHEN 2 THEN 'rejected: left the company' ELSE 'warning: title is unusual' END WHERE id < 4""");
        String counts = "\"overridden_failed\":1,\"overridden_rejected\":2,\"overridden_validated\":0,\"action\":";
        assertThat(run("mark", "--people", "--batch", "P", "--dry-run", "--json")).endsWith("\"changed\":0," + counts + "null}\n");
        assertThat(run("mark", "--people", "--batch", "P", "--dry-run"))
                .endsWith("nothing was changed. Overridden: 1 in which rules found fault, 2 rejected by hand.\n");
        assertThat(run("mark", "--people", "--batch", "P", "--json")).contains("\"changed\":3," + counts).doesNotContain("null");
        assertThat(run("mark", "--people", "--ids", "1,4", "--rejected", "--note", "gone")).endsWith("Overridden: 1 validated before.\n");
    }

    @Test
    void peopleArePutIntoABatch() {
        assertThat(run("assign-batch", "--people", "--no-batch", "--batch", "Q", "--dry-run"))
                .startsWith("1 row would be put into batch Q");
        assertThat(run("assign-batch", "--people", "--no-batch", "--batch", "Q")).startsWith("1 row put into batch Q");
        assertThat(run("assign-batch", "--people", "--state", "Ohio", "--batch", "R")).startsWith("2 rows put into batch R");
        assertThat(run("assign-batch", "--people", "--from-batch", "Q", "--batch", "S")).startsWith("1 row put into batch S");
        assertThat(people("import_batch_id")).isEqualTo("R R P S");
        assertThat(ask("SELECT count(*) FROM intake.company_raw_intake WHERE import_batch_id = 'P'")).isEqualTo("3");
    }

    @Test
    void aFieldOfPeopleIsFixed() {
        assertThat(run("fix", "--people", "--batch", "P", "--field", "work_phone", "--phone", "--dry-run"))
                .startsWith("3 rows would be fixed").contains("304 555 0101", "+13045550101");
        assertThat(run("fix", "--people", "--ids", "1,2", "--field", "title", "--trim", "--json"))
                .matches("\\{\"announced\":2,\"changed\":2,\"action\":[1-9][0-9]*}\n");
        assertThat(people("'[' || title || ']'")).isEqualTo("[CEO] [CEO] [ CEO ] [ CEO ]");
        assertThat(new TestCommands(database).run("fix", "--people", "--batch", "P", "--field", "website", "--trim")).isEqualTo(2);
        assertThat(new TestCommands(database).run("fix", "--batch", "P", "--field", "title", "--trim")).isEqualTo(2);
    }

    @Test
    void onlyPeopleWhoBrokeTheRuleAreFixed() {
        TestDatabases.run(database, "UPDATE intake.people_raw_intake SET last_name = NULL WHERE id = 2");
        run("validate", "--people", "--batch", "P");
        assertThat(run("fix", "--people", "--batch", "P", "--broke", "last_name_present", "--field", "last_name", "--set", "Orr"))
                .startsWith("1 row fixed");
        assertThat(people("last_name")).isEqualTo("Lee Orr Lee Lee");
    }

    @Test
    void statesOfPeopleAreFilled() {
        assertThat(run("fill-states", "--people")).startsWith("4 rows given their state abbreviation");
        assertThat(people("state_abbrev")).isEqualTo("OH OH UT UT");
        assertThat(ask("SELECT count(state_abbrev) FROM intake.company_raw_intake")).isEqualTo("0");
    }

    @Test
    void whoIsNotThereIsToldByName() {
        TestDatabases.run(database, "DELETE FROM intake.people_raw_intake");
        steward = new TestCommands(database);
        assertThat(steward.run("mark", "--people", "--batch", "P")).isEqualTo(1);
        assertThat(steward.err()).startsWith("steward: Intake has no such row; nothing was changed.");
    }

    private String run(String... arguments) {
        steward = new TestCommands(database);
        steward.run(arguments);
        return steward.out();
    }

    private String people(String value) {
        return ask("SELECT string_agg(" + value + ", ' ' ORDER BY id) FROM intake.people_raw_intake");
    }

    private String ask(String sql) {
        return TestDatabases.ask(database, sql);
    }
}
