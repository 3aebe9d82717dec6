package barton.steward.cli.validation;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.cli.TestCommands;
import barton.steward.support.TestDatabases;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The commands that judge by rules, and that switch rules, on a database.
class RulesCommandsTest {
    private final DataSource database = TestDatabases.migrated();
    private final TestCommands session = new TestCommands(database);

    @BeforeEach
    void fill() {
        run(database, """
                INSERT INTO intake.company_raw_intake (id, company, website, import_batch_id)
                VALUES (1, 'Merrick', 'merrick.example', 'B'), (2, 'Concord', NULL, 'B')""");
    }

    @Test
    void aBatchIsJudged() {
        assertThat(session.run("validate", "--batch", "B", "--json")).isZero();
        assertThat(session.out()).isEqualTo("{\"batch\":\"B\",\"run\":\"" + judging()
                + "\",\"checked\":2,\"passed\":1,\"failed\":1,\"findings\":{\"website_present\":1}}\n");
    }

    @Test
    void aBatchIsJudgedAndPromotedInOneGo() {
        assertThat(session.run("validate", "--batch", "B", "--promote", "--json")).isZero();
        assertThat(session.out()).isEqualTo("{\"batch\":\"B\",\"run\":\"" + judging() + "\",\"checked\":2,\"passed\":1,\"failed\":1,"
                + "\"findings\":{\"website_present\":1},\"promotion_run\":\"B\",\"promoted\":1}\n");
        assertThat(session.run("validate", "--batch", "nowhere", "--promote")).isEqualTo(1);
        assertThat(session.err()).contains("There is no batch nowhere of companies.");
    }

    @Test
    void aRuleIsTriedSwitchedOffAndThatIsTakenBack() {
        assertThat(session.run("rules", "try", "website_present", "--batch", "B", "--json")).isZero();
        assertThat(session.out()).isEqualTo("{\"batch\":\"B\",\"rule\":\"website_present\",\"checked\":2,\"failed\":1,\"rows\":[2]}\n");
        assertThat(session.run("rules", "disable", "website_present", "--executor", "bea")).isZero();
        assertThat(session.run("rules", "disable", "website_present")).as("off already").isZero();
        assertThat(enabled()).isEqualTo("f");
        String action = ask(database, "SELECT string_agg(action_id || ' ' || summary || ' ' || executor, ', ') FROM shq.action");
        assertThat(action).endsWith(" Switched off the rule website_present of standard bea");

        assertThat(session.run("undo", action.split(" ")[0])).isZero();
        assertThat(enabled()).isEqualTo("t");
    }

    @Test
    void aRunOfRulesIsTakenBackByItsName() {
        session.run("validate", "--batch", "B");
        String run = judging();
        assertThat(session.run("history")).isZero();
        assertThat(session.out()).contains("Checked batch B by the rules “standard”");

        assertThat(session.run("undo", run)).isZero();

        assertThat(ask(database, "SELECT count(*) FROM intake.company_raw_intake WHERE validated OR validation_notes <> ''"))
                .isEqualTo("0");
        assertThat(session.run("undo", run)).isEqualTo(1);
        assertThat(session.err()).startsWith("It was taken back already, by action ");
    }

    @Test
    void whatIsNoRunOfRulesIsTakenBackByItsOwnCommand() {
        session.run("validate", "--batch", "B", "--promote");
        assertThat(session.run("undo", judging())).isEqualTo(1);
        assertThat(session.err()).isEqualTo("1 row was promoted since.\n");
        assertThat(session.run("undo", "B")).isEqualTo(1);
        assertThat(session.err()).isEqualTo("Run B is a promotion, which `steward take-back` takes back.\n");
        assertThat(session.run("undo", "VLD-1")).isEqualTo(1);
        assertThat(session.err()).isEqualTo("There is no run VLD-1 of rules.\n");
    }

    private String enabled() {
        return ask(database, "SELECT enabled FROM shq.validation_rule WHERE code = 'website_present'");
    }

    private String judging() {
        return ask(database, "SELECT validation_run_id FROM shq.run_detail WHERE kind = 'validation'");
    }
}
