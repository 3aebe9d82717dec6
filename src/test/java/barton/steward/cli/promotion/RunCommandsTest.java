package barton.steward.cli.promotion;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.cli.TestCommands;
import barton.steward.support.TestDatabases;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The commands that take runs back, clear, restore and score, on a database.
class RunCommandsTest {
    private final DataSource database = TestDatabases.migrated();
    private final TestCommands session = new TestCommands(database);

    /// Three promoted companies, of which one has a sidecar, and a row that is not validated.
    @BeforeEach
    void promote() {
        run(database, """
                INSERT INTO intake.company_raw_intake (company, website, import_batch_id, validated)
                SELECT 'Company ' || n, 'https://c' || n || '.example', 'B', n < 4 FROM generate_series(1, 4) n;
                SELECT shq.promote_company_records('B', 'ann');
                INSERT INTO marketing.company_sidecar (company_unique_id)
                SELECT company_unique_id FROM marketing.company_master WHERE source_record_id = '2'""");
    }

    @Test
    void aPromotionIsTakenBackButForWhatStays() {
        String kept = ask(database, "SELECT company_unique_id FROM marketing.company_sidecar");
        String companies = ",\"removed\":2,\"kept\":1,\"staying\":[{\"id\":\"" + kept
                + "\",\"name\":\"Company 2\",\"because\":\"has a sidecar\"}]}\n";

        assertThat(session.run("take-back", "B", "--dry-run", "--json")).isZero();
        assertThat(session.out()).isEqualTo("{\"run\":\"B\",\"take_back\":null" + companies);
        assertThat(master()).isEqualTo("3");

        assertThat(session.run("take-back", "B", "--json", "--executor", "ben")).isZero();
        String run = ask(database, "SELECT validation_run_id FROM public.shq_validation_log WHERE executed_by = 'ben'");
        assertThat(session.out()).isEqualTo("{\"run\":\"B\",\"take_back\":\"" + run + "\"" + companies);
        assertThat(master()).isEqualTo("1");
    }

    @Test
    void whatWasNotValidatedWhenABatchWasPromotedDidNotFail() {
        session.run("log");
        assertThat(session.out().lines().map(l -> l.replaceAll("\\s{2,}", "|"))).element(0).asString().contains("|FAILED|NOT VALIDATED|");
        assertThat(session.out().lines().skip(1)).singleElement().asString()
                .matches("B +intake.company_raw_intake +marketing.company_master +4 +3 {9,}1  ann .*");
        session.run("log", "--json");
        assertThat(session.out()).contains("\"failed\":1");
    }

    @Test
    void whatStaysIsNamedForPeopleToo() {
        session.run("take-back", "B", "--dry-run");
        assertThat(session.out().lines().toList()).satisfiesExactly(
                line -> assertThat(line).isEqualTo("2 records of run B would be taken back; nothing was changed."),
                line -> assertThat(line).startsWith("STAYS").endsWith("BECAUSE IT"),
                line -> assertThat(line).contains("Company 2").endsWith("has a sidecar"));
    }

    @Test
    void whereNothingCanBeTakenBackThatIsWrong() {
        run(database, "INSERT INTO marketing.company_sidecar (company_unique_id) SELECT company_unique_id FROM marketing.company_master"
                + " ON CONFLICT DO NOTHING");
        assertThat(session.run("take-back", "B")).isEqualTo(1);
        assertThat(session.err()).isEqualTo("steward: Something depends on every record of the run.\n");
        assertThat(master()).isEqualTo("3");
    }

    @Test
    void anUnknownRunIsRefused() {
        assertThat(session.run("take-back", "nothing")).isEqualTo(1);
        assertThat(session.err()).startsWith("steward: The validation log has no run nothing.");
        assertThat(session.run("take-back", "nothing", "--dry-run")).isEqualTo(1);
        assertThat(session.err()).endsWith("steward: Master has nothing of run nothing. `steward log` shows the runs.\n");
    }

    @Test
    void promotedRowsAreClearedAndRestored() {
        assertThat(session.run("clear", "--batch", "B", "--dry-run", "--json")).isZero();
        assertThat(session.out()).isEqualTo("{\"batch\":\"B\",\"run\":null,\"announced\":3,\"cleared\":0}\n");
        assertThat(session.run("clear", "--batch", "B", "--json")).isZero();
        String run = ask(database, "SELECT validation_run_id FROM shq.run_detail WHERE kind = 'clearing'");
        assertThat(session.out()).isEqualTo("{\"batch\":\"B\",\"run\":\"" + run + "\",\"announced\":3,\"cleared\":3}\n");
        assertThat(intake()).isEqualTo("1");

        assertThat(session.run("restore", run, "--json")).isZero();
        String restoring = ask(database, "SELECT validation_run_id FROM shq.run_detail WHERE kind = 'restoring'");
        assertThat(session.out()).isEqualTo("{\"cleared\":\"" + run + "\",\"run\":\"" + restoring + "\",\"restored\":3}\n");
        assertThat(intake()).isEqualTo("4");

        assertThat(session.run("restore", run)).isEqualTo(1);
        assertThat(session.err()).contains("was restored already, in run " + restoring);
    }

    @Test
    void aBatchThatDoesNotExistIsASlipAndOneWithoutPromotedRowsIsNot() {
        assertThat(session.run("clear", "--batch", "nowhere")).isEqualTo(1);
        run(database, "INSERT INTO intake.company_raw_intake (import_batch_id) VALUES ('NEW')");
        assertThat(session.run("clear", "--batch", "NEW")).isZero();
        assertThat(session.out()).isEqualTo("No row of batch NEW is promoted; nothing was changed.\n");
    }

    @Test
    void scoresAreFilledOrComputedAnew() {
        run(database, "UPDATE marketing.company_master SET data_quality_score = CASE source_record_id WHEN '1' THEN NULL ELSE 99 END");
        assertThat(session.run("score", "--dry-run", "--json")).isZero();
        assertThat(session.out()).isEqualTo("{\"announced\":1,\"changed\":0,\"action\":null}\n");
        session.run("score", "--batch", "B", "--json");
        assertThat(session.out()).isEqualTo("{\"announced\":1,\"changed\":1,\"action\":"
                + ask(database, "SELECT max(action_id) FROM shq.action") + "}\n");
        session.run("score", "--all");
        assertThat(session.out()).startsWith("2 rows given their score (action ");
        assertThat(ask(database, "SELECT string_agg(DISTINCT data_quality_score::text, ' ') FROM marketing.company_master"))
                .isEqualTo("30.00");
        assertThat(session.run("score", "--batch", "nowhere")).isEqualTo(1);
    }

    private String master() {
        return ask(database, "SELECT count(*) FROM marketing.company_master");
    }

    private String intake() {
        return ask(database, "SELECT count(*) FROM intake.company_raw_intake");
    }
}
