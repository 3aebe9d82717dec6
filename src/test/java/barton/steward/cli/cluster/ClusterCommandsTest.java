package barton.steward.cli.cluster;

import static barton.steward.support.TestDatabases.ask;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.cli.TestCommands;
import barton.steward.support.TestDatabases;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Spellings of one thing by command: found, merged, remembered.
class ClusterCommandsTest {
    private static final String INDUSTRIES =
            "SELECT string_agg(industry, ';' ORDER BY id) FROM intake.company_raw_intake WHERE import_batch_id = '%s'";
    private final DataSource database = TestDatabases.migrated();
    private final TestCommands session = new TestCommands(database);

    @BeforeEach
    void rows() {
        TestDatabases.run(database, """
                INSERT INTO intake.company_raw_intake (company, industry, import_batch_id)
                SELECT 'Firm', v, 'B' FROM unnest(ARRAY['Health Care', 'Health Care', 'health care ', 'Care, Health', 'Mining', 'Mininng',
                                                        'A & B', 'A and B', 'Ward 1', 'Ward 2', NULL, ' ']) v;
                INSERT INTO intake.people_raw_intake (first_name, last_name, title, import_batch_id)
                SELECT 'Ann', 'Lee', v, 'P' FROM unnest(ARRAY['VP Sales', 'V.P. Sales', 'Sales VP']) v""");
    }

    @Test
    void spellingsAreToldWithWhatTheyBecome() {
        assertThat(session.run("clusters", "--batch", "B", "--field", "industry")).as(session.err()).isZero();
        assertThat(session.out()).startsWith("2 clusters.\n")
                .contains("Health Care", "“Health Care” (2), “Care, Health” (1), “health care ” (1)", "“A and B” (1), “A & B” (1)");

        session.run("clusters", "--batch", "B", "--field", "industry", "--method", "distance", "--json");
        assertThat(session.out()).contains("{\"value\":\"Mining\",\"rows\":2,\"members\":["
                + "{\"value\":\"Mining\",\"rows\":1,\"included\":true},{\"value\":\"Mininng\",\"rows\":1,\"included\":true}]}");
        session.run("clusters", "--batch", "P", "--field", "title", "--people");
        assertThat(session.out()).contains("1 cluster.", "“V.P. Sales” (1)");
        assertThat(session.run("clusters", "--batch", "B", "--field", "num_employees")).isEqualTo(1);
        assertThat(session.run("clusters", "--batch", "B", "--field", "status")).isEqualTo(2);
        assertThat(session.run("clusters", "--batch", "B", "--field", "industry", "--method", "magic")).isEqualTo(2);
        assertThat(session.err()).contains("daitch-mokotoff");
    }

    @Test
    void aMergeIsOneActionThatIsUndoneAndForgottenThen() {
        assertThat(session.run("merge-values", "--batch", "B", "--field", "industry", "--clusters", "fingerprint", "--dry-run")).isZero();
        assertThat(session.out()).startsWith("3 rows would be given another spelling; nothing was changed.");
        assertThat(session.run("merge-values", "--batch", "B", "--field", "industry", "--clusters", "fingerprint")).isZero();
        assertThat(ask(database, INDUSTRIES.formatted("B"))).isEqualTo("Health Care;Health Care;Health Care;Health Care;Mining;Mininng;"
                + "A and B;A and B;Ward 1;Ward 2; ");
        session.run("history", "--limit", "1");
        assertThat(session.out()).contains("Merged spellings in Industry into ", "Health Care", "A and B");

        session.run("undo", ask(database, "SELECT max(action_id)::text FROM shq.action"));
        assertThat(ask(database, INDUSTRIES.formatted("B"))).contains("health care ;Care, Health");
        session.run("clusters", "--batch", "B", "--field", "industry", "--method", "remembered");
        assertThat(session.out()).startsWith("No spellings");
    }

    @Test
    void whatWasDecidedIsOfferedAndDoneForTheNextBatch() {
        session.run("merge-values", "--batch", "B", "--field", "industry", "--value", "health care ", "--value", "Care, Health", "--into",
                "Hospitals");
        TestDatabases.run(database, """
                INSERT INTO intake.company_raw_intake (company, industry, import_batch_id)
                SELECT 'Firm', v, 'C' FROM unnest(ARRAY['Care, Health', 'health care ', 'Mining']) v""");

        session.run("clusters", "--batch", "C", "--field", "industry");
        assertThat(session.out()).contains("1 cluster.", "Hospitals");
        session.run("clusters", "--batch", "C", "--field", "industry", "--method", "remembered");
        assertThat(session.out()).contains("1 cluster.", "Hospitals", "“Care, Health” (1), “health care ” (1)");
        assertThat(session.run("merge-values", "--batch", "C", "--field", "industry", "--remembered")).isZero();
        assertThat(ask(database, INDUSTRIES.formatted("C"))).isEqualTo("Hospitals;Hospitals;Mining");
        assertThat(session.run("merge-values", "--batch", "C", "--field", "industry", "--remembered")).isZero();
        assertThat(session.out()).contains("nothing to do");
    }

    @Test
    void promotedRowsAreLeftAloneAndAnEmptyValueIsRefused() {
        session.run("mark", "--ids", "3");
        session.run("promote", "--batch", "B");

        session.run("merge-values", "--batch", "B", "--field", "industry", "--clusters", "fingerprint", "--dry-run");
        assertThat(session.out()).startsWith("2 rows would");
        assertThat(session.run("merge-values", "--batch", "B", "--field", "industry", "--value", "Mining", "--into", " ")).isEqualTo(1);
        assertThat(session.err()).contains("It is not said what the spellings become");
    }
}
