package barton.steward.ui.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.dao.MatchDao;
import barton.steward.model.MatchPair;
import barton.steward.model.PairFilter;
import barton.steward.model.Query;
import barton.steward.model.Row;
import barton.steward.model.RuleEntity;
import barton.steward.model.Selection;
import barton.steward.model.Table;
import barton.steward.model.Verdict;
import barton.steward.service.Questions;
import barton.steward.support.TestDatabases;
import barton.steward.ui.support.DemoDesk;
import barton.steward.ui.support.TestBench;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.Region;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromotionViewTest {
    private DataSource database;
    private TestBench bench;

    @BeforeEach
    void rows() {
        database = TestDatabases.migrated();
        DemoDesk.rows(database, "20251024-WV-BATCH1", "WV", 30, 10, 0);
        TestDatabases.run(database, "SELECT shq.promote_company_records('20251024-WV-BATCH1', 'ann')");
        DemoDesk.rows(database, "20251024-WV-BATCH1", "WV", 416, 380, 20);
        TestDatabases.run(database, "UPDATE intake.company_raw_intake SET website = NULL, validated = true WHERE id = 50");
    }

    @Test
    void theButtonNamesTheNumber() {
        open("20251024-WV-BATCH1");
        bench.picture("promotion-preview");
        assertThat(bench.text("promotion-confirm")).isEqualTo("Promote 380 companies");
        assertThat(bench.text("promotion-promotable")).isEqualTo("380");
        assertThat(bench.text("promotion-promoted")).isEqualTo("10");
        assertThat(bench.text("promotion-held")).isEqualTo("0");
        assertThat(bench.text("promotion-not-validated")).isEqualTo("56");
        assertThat(bench.text("promotion-placeholder")).startsWith("1 of the companies to promote gets a placeholder");
    }

    @Test
    void whatWouldGetAPlaceholderIsALinkToItsRows() {
        open("20251024-WV-BATCH1");
        bench.click("promotion-placeholder");
        assertThat(bench.opened).containsExactly(Questions.placeholder("20251024-WV-BATCH1"));
        assertThat(bench.desk().daos().tables().count(Selection.all(bench.opened.getFirst()))).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"promotion-promotable", "promotion-promoted", "promotion-not-validated"})
    void aNumberOpensItsRows(String figure) {
        open("20251024-WV-BATCH1");
        long shown = Long.parseLong(bench.text(figure));
        bench.click(figure);
        assertThat(bench.desk().daos().tables().count(Selection.all(bench.opened.getFirst()))).isEqualTo(shown);
        assertThat(bench.sees("promotion")).isFalse();
    }

    @Test
    void whatAMatchHoldsBackIsCountedAndOpened() {
        MatchDao matches = DemoDesk.over(database).daos().matches();
        matches.find("20251024-WV-BATCH1", false, "ann");
        MatchPair pair = matches.pairs("20251024-WV-BATCH1", PairFilter.UNDECIDED, Optional.empty(), 1).getFirst();
        matches.decide(pair, Verdict.SAME, Set.of(), "ann");
        open("20251024-WV-BATCH1");
        bench.picture("promotion-matched");
        long alike = bench.desk().daos().promotion().preview("20251024-WV-BATCH1").possibleDuplicates();
        assertThat(alike).isGreaterThan(1);
        assertThat(bench.text("promotion-duplicates")).startsWith(alike + " of the companies to promote look like another company");
        assertThat(bench.text("promotion-matched")).isEqualTo("1");
        assertThat(bench.text("promotion-confirm")).isEqualTo("Promote 379 companies");
        bench.click("promotion-matched");
        assertThat(ids(bench.opened.getFirst())).containsExactly((Long) pair.intake().key());
        open("20251024-WV-BATCH1");
        bench.run(bench.find("promotion-duplicates", Hyperlink.class)::fire);
        assertThat(bench.desk().daos().tables().count(Selection.all(bench.opened.getFirst()))).isEqualTo(alike);
    }

    @Test
    void enrichmentIsTakenAlongIfTheStewardWishes() {
        TestDatabases.run(database, "INSERT INTO shq.intake_enrichment (entity, intake_id, payload, source, confidence, executor)"
                + " SELECT 'company', id, '{\"employees\": 12}', 'clay', 91, 'ann' FROM intake.company_raw_intake WHERE id % 10 = 1");
        open("20251024-WV-BATCH1");
        long enriched = bench.desk().daos().promotion().enriched("20251024-WV-BATCH1");
        assertThat(enriched).isGreaterThan(1);
        CheckBox along = bench.find("promotion-enrichment", CheckBox.class);
        assertThat(along.getText()).isEqualTo("Take the enrichment of " + enriched + " of them along, into their sidecars");
        assertThat(along.isSelected()).isFalse();
        bench.run(() -> along.setSelected(true));
        bench.picture("promotion-enrichment");
        bench.click("promotion-confirm");
        assertThat(bench.text("promotion-outcome-sidecars")).startsWith(enriched + " sidecars were made");
        assertThat(TestDatabases.ask(database, "SELECT count(*) FROM marketing.company_sidecar")).isEqualTo(Long.toString(enriched));
    }

    @Test
    void withoutEnrichmentThereIsNothingToAsk() {
        open("20251024-WV-BATCH1");
        assertThat(bench.sees("promotion-enrichment")).isFalse();
    }

    @Test
    void confirmedItEndsInTheRunAndTheNewCompanies() {
        open("20251024-WV-BATCH1");
        bench.click("promotion-confirm");
        bench.picture("promotion-outcome");
        assertThat(bench.text("promotion-outcome-head")).isEqualTo("380 companies of 20251024-WV-BATCH1 promoted");
        assertThat(TestDatabases.ask(database, "SELECT count(*) FROM marketing.company_master")).isEqualTo("390");
        assertThat(bench.changes).containsExactly(
                List.of(Table.INTAKE, Table.MASTER, Table.SLOTS, Table.COMPANY_SIDECARS, Table.LOG));
        bench.click("promotion-new-rows");
        assertThat(bench.desk().daos().tables().count(Selection.all(bench.opened.getFirst()))).isEqualTo(380);
    }

    @Test
    void theRunCanBeOpenedInTheLog() {
        open("20251024-WV-BATCH1");
        bench.click("promotion-confirm");
        bench.click("promotion-run");
        assertThat(bench.opened).containsExactly(Questions.run("20251024-WV-BATCH1#2"));
    }

    @Test
    void aBatchWithNothingToPromoteSaysWhyAndOffersNoButton() {
        DemoDesk.rows(database, "NEW", "WV", 5, 0, 1);
        open("NEW");
        bench.picture("promotion-nothing");
        assertThat(bench.text("promotion-nothing")).startsWith("Nothing to promote: no row of NEW is validated.");
        assertThat(bench.sees("promotion-confirm")).isFalse();
    }

    @Test
    void aRefusedRowIsNamedAndNothingIsPromoted() {
        TestDatabases.run(database, "UPDATE intake.company_raw_intake SET founded_year = 1200, validated = true WHERE id = 60");
        open("20251024-WV-BATCH1");
        bench.picture("promotion-refused");
        assertThat(bench.text("promotion-nothing")).startsWith("Nothing can be promoted, because master would refuse rows of");
        assertThat(bench.text("promotion-reason-60")).startsWith("Row 60 breaks company_master_founded_year");
        assertThat(bench.sees("promotion-confirm")).isFalse();
        bench.click("promotion-refused");
        assertThat(ids(bench.opened.getFirst())).containsExactly(60L);
        open("20251024-WV-BATCH1");
        long promotable = Long.parseLong(bench.text("promotion-promotable"));
        bench.click("promotion-promotable");
        assertThat(bench.desk().daos().tables().count(Selection.all(bench.opened.getFirst()))).isEqualTo(promotable);
        assertThat(TestDatabases.ask(database, "SELECT count(*) FROM marketing.company_master")).isEqualTo("10");
    }

    @Test
    void stoppedItLeavesNothingBehind() throws SQLException {
        open("20251024-WV-BATCH1");
        try (var blocker = database.getConnection(); var statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("LOCK TABLE marketing.company_master IN ACCESS EXCLUSIVE MODE");
            bench.robot.clickOn(bench.find("promotion-confirm", Region.class));
            bench.robot.clickOn(bench.find("promotion-running-cancel", Region.class));
            bench.settle();
        }
        assertThat(bench.text("promotion-confirm")).isEqualTo("Promote 380 companies");
        assertThat(TestDatabases.ask(database, "SELECT count(*) FROM marketing.company_master")).isEqualTo("10");
    }

    @Test
    void closedWhileItRunsItSaysSoWhenItIsDone() throws SQLException {
        open("20251024-WV-BATCH1");
        try (var blocker = database.getConnection(); var statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("LOCK TABLE marketing.company_master IN ACCESS EXCLUSIVE MODE");
            bench.robot.clickOn(bench.find("promotion-confirm", Region.class));
            bench.robot.clickOn(bench.find("promotion-background", Region.class));
        }
        bench.settle();
        assertThat(bench.sees("promotion")).isFalse();
        assertThat(bench.said()).containsExactly("380 companies of 20251024-WV-BATCH1 promoted");
    }

    @Test
    void closedWhileItRunsItComesBackWithWhatWentWrong() throws SQLException {
        open("20251024-WV-BATCH1");
        TestDatabases.run(database, "UPDATE intake.company_raw_intake SET founded_year = 1200, validated = true WHERE id = 60");
        try (var blocker = database.getConnection(); var statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("LOCK TABLE marketing.company_master IN ACCESS EXCLUSIVE MODE");
            bench.robot.clickOn(bench.find("promotion-confirm", Region.class));
            bench.robot.clickOn(bench.find("promotion-background", Region.class));
            assertThat(bench.sees("promotion")).isFalse();
        }
        bench.settle();
        bench.picture("promotion-came-back");
        assertThat(bench.text("promotion-problem-message")).contains("intake id 60");
        assertThat(bench.sees("promotion-confirm")).isFalse();
    }

    @Test
    void anotherNumberThanTheButtonSaidIsNotPromoted() {
        open("20251024-WV-BATCH1");
        DemoDesk.rows(database, "20251024-WV-BATCH1", "WV", 1, 1, 0);
        bench.click("promotion-confirm");
        bench.picture("promotion-differs");
        assertThat(bench.text("promotion-problem-message")).isEqualTo("380 companies were announced, but now it would be 381; "
                + "nothing was promoted.");
        assertThat(bench.text("promotion-confirm")).isEqualTo("Promote 381 companies");
        assertThat(TestDatabases.ask(database, "SELECT count(*) FROM marketing.company_master")).isEqualTo("10");
    }

    private List<Object> ids(Query rows) {
        return bench.desk().daos().tables().page(rows, Optional.empty(), 10).stream().map(Row::key).toList();
    }

    private void open(String batch) {
        bench = TestBench.show(DemoDesk.over(database), 1000, 720, b -> new Region());
        bench.run(() -> PromotionView.open(bench, RuleEntity.COMPANY, batch));
    }
}
