package barton.steward.ui.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Table;
import barton.steward.model.audit.AuditRequest;
import barton.steward.model.matching.MatchPair;
import barton.steward.model.matching.MatchVerdict;
import barton.steward.model.matching.PairFilter;
import barton.steward.model.promotion.CompanyPromotionPreview;
import barton.steward.model.query.Query;
import barton.steward.model.query.Row;
import barton.steward.model.query.Selection;
import barton.steward.service.audit.Audits;
import barton.steward.service.matching.Matching;
import barton.steward.service.question.FigureQueries;
import barton.steward.support.TestDatabases;
import barton.steward.ui.actions.DemoSession;
import barton.steward.ui.actions.TestContext;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
    private TestContext context;

    @BeforeEach
    void rows() {
        database = TestDatabases.migrated();
        DemoSession.rows(database, "20251024-WV-BATCH1", "WV", 30, 10, 0);
        TestDatabases.run(database, "SELECT shq.promote_company_records('20251024-WV-BATCH1', 'ann')");
        DemoSession.rows(database, "20251024-WV-BATCH1", "WV", 416, 380, 20);
        TestDatabases.run(database, "UPDATE intake.company_raw_intake SET website = NULL, validated = true WHERE id = 50");
    }

    @Test
    void theButtonNamesTheNumber() {
        open("20251024-WV-BATCH1");
        context.picture("promotion-preview");
        assertThat(context.text("promotion-confirm")).isEqualTo("Promote 380 companies");
        assertThat(context.text("promotion-promotable")).isEqualTo("380");
        assertThat(context.text("promotion-promoted")).isEqualTo("10");
        assertThat(context.text("promotion-held")).isEqualTo("0");
        assertThat(context.text("promotion-not-validated")).isEqualTo("56");
        assertThat(context.text("promotion-placeholder")).startsWith("1 of the companies to promote gets a placeholder");
    }

    @Test
    void whatWouldGetAPlaceholderIsALinkToItsRows() {
        open("20251024-WV-BATCH1");
        context.click("promotion-placeholder");
        assertThat(context.opened).containsExactly(FigureQueries.placeholder("20251024-WV-BATCH1"));
        assertThat(context.session().tables().count(Selection.all(context.opened.getFirst()))).isEqualTo(1);
    }

    @Test
    void aBatchThatAnAuditHoldsBackSaysSoAndHasNoButton() {
        Audits audits = DemoSession.over(database).audits();
        audits.start(audits.plan(new AuditRequest(Entity.COMPANY, "20251024-WV-BATCH1", false, null, 0.05, 0.95, 0, null, null, null, 1, 1,
                true)), UUID.randomUUID());

        open("20251024-WV-BATCH1");

        assertThat(context.text("promotion-held-by-audit")).startsWith("The batch is held back. Audit AUD-")
                .contains("has not accepted it: 0 of 54 records are judged.");
        assertThat(context.sees("promotion-confirm")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"promotion-promotable", "promotion-promoted", "promotion-not-validated"})
    void aNumberOpensItsRows(String figure) {
        open("20251024-WV-BATCH1");
        long shown = Long.parseLong(context.text(figure));
        context.click(figure);
        assertThat(context.session().tables().count(Selection.all(context.opened.getFirst()))).isEqualTo(shown);
        assertThat(context.sees("promotion")).isFalse();
    }

    @Test
    void whatAMatchHoldsBackIsCountedAndOpened() {
        Matching matches = DemoSession.over(database).matching();
        matches.find("20251024-WV-BATCH1", false);
        MatchPair pair = matches.pairs("20251024-WV-BATCH1", PairFilter.UNDECIDED, Optional.empty(), 1).getFirst();
        matches.decide(pair, MatchVerdict.SAME, Set.of());
        open("20251024-WV-BATCH1");
        context.picture("promotion-matched");
        var preview = (CompanyPromotionPreview) context.session().promotion().preview(Entity.COMPANY, "20251024-WV-BATCH1");
        long alike = preview.possibleDuplicates();
        assertThat(alike).isGreaterThan(1);
        assertThat(context.text("promotion-duplicates")).startsWith(alike + " of the companies to promote look like another company");
        assertThat(context.text("promotion-matched")).isEqualTo("1");
        assertThat(context.text("promotion-confirm")).isEqualTo("Promote 379 companies");
        context.click("promotion-matched");
        assertThat(ids(context.opened.getFirst())).containsExactly((Long) pair.intake().key());
        open("20251024-WV-BATCH1");
        context.run(context.find("promotion-duplicates", Hyperlink.class)::fire);
        assertThat(context.session().tables().count(Selection.all(context.opened.getFirst()))).isEqualTo(alike);
    }

    @Test
    void enrichmentIsTakenAlongIfTheStewardWishes() {
        TestDatabases.run(database, "INSERT INTO shq.intake_enrichment (entity, intake_id, payload, source, confidence, executor)"
                + " SELECT 'company', id, '{\"employees\": 12}', 'clay', 91, 'ann' FROM intake.company_raw_intake WHERE id % 10 = 1");
        open("20251024-WV-BATCH1");
        long enriched = context.session().promotion().enriched(Entity.COMPANY, "20251024-WV-BATCH1");
        assertThat(enriched).isGreaterThan(1);
        CheckBox along = context.find("promotion-enrichment", CheckBox.class);
        assertThat(along.getText()).isEqualTo("Take the enrichment of " + enriched + " of them along, into their sidecars");
        assertThat(along.isSelected()).isFalse();
        context.run(() -> along.setSelected(true));
        context.picture("promotion-enrichment");
        context.click("promotion-confirm");
        assertThat(context.text("promotion-outcome-sidecars")).startsWith(enriched + " sidecars were made");
        assertThat(TestDatabases.ask(database, "SELECT count(*) FROM marketing.company_sidecar")).isEqualTo(Long.toString(enriched));
    }

    @Test
    void withoutEnrichmentThereIsNothingToAsk() {
        open("20251024-WV-BATCH1");
        assertThat(context.sees("promotion-enrichment")).isFalse();
    }

    @Test
    void confirmedItEndsInTheRunAndTheNewCompanies() {
        open("20251024-WV-BATCH1");
        context.click("promotion-confirm");
        context.picture("promotion-outcome");
        assertThat(context.text("promotion-outcome-head")).isEqualTo("380 companies of 20251024-WV-BATCH1 promoted");
        assertThat(TestDatabases.ask(database, "SELECT count(*) FROM marketing.company_master")).isEqualTo("390");
        assertThat(context.changes).containsExactly(
                List.of(Table.INTAKE, Table.MASTER, Table.SLOTS, Table.COMPANY_SIDECARS, Table.LOG));
        context.click("promotion-new-rows");
        assertThat(context.session().tables().count(Selection.all(context.opened.getFirst()))).isEqualTo(380);
    }

    @Test
    void theRunCanBeOpenedInTheLog() {
        open("20251024-WV-BATCH1");
        context.click("promotion-confirm");
        context.click("promotion-run");
        assertThat(context.opened).containsExactly(FigureQueries.run("20251024-WV-BATCH1#2"));
    }

    @Test
    void aBatchWithNothingToPromoteSaysWhyAndOffersNoButton() {
        DemoSession.rows(database, "NEW", "WV", 5, 0, 1);
        open("NEW");
        context.picture("promotion-nothing");
        assertThat(context.text("promotion-nothing")).startsWith("Nothing to promote: no row of NEW is validated.");
        assertThat(context.sees("promotion-confirm")).isFalse();
    }

    @Test
    void aRefusedRowIsNamedAndNothingIsPromoted() {
        TestDatabases.run(database, "UPDATE intake.company_raw_intake SET founded_year = 1200, validated = true WHERE id = 60");
        open("20251024-WV-BATCH1");
        context.picture("promotion-refused");
        assertThat(context.text("promotion-nothing")).startsWith("Nothing can be promoted, because master would refuse rows of");
        assertThat(context.text("promotion-reason-60")).isEqualTo("Row 60 breaks a rule of master about founded year.");
        assertThat(context.sees("promotion-confirm")).isFalse();
        context.click("promotion-refused");
        assertThat(ids(context.opened.getFirst())).containsExactly(60L);
        open("20251024-WV-BATCH1");
        long promotable = Long.parseLong(context.text("promotion-promotable"));
        context.click("promotion-promotable");
        assertThat(context.session().tables().count(Selection.all(context.opened.getFirst()))).isEqualTo(promotable);
        assertThat(TestDatabases.ask(database, "SELECT count(*) FROM marketing.company_master")).isEqualTo("10");
    }

    @Test
    void stoppedItLeavesNothingBehind() throws SQLException {
        open("20251024-WV-BATCH1");
        try (var blocker = database.getConnection(); var statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("LOCK TABLE marketing.company_master IN ACCESS EXCLUSIVE MODE");
            context.robot.clickOn(context.find("promotion-confirm", Region.class));
            context.robot.clickOn(context.find("promotion-running-cancel", Region.class));
            context.settle();
        }
        assertThat(context.text("promotion-confirm")).isEqualTo("Promote 380 companies");
        assertThat(TestDatabases.ask(database, "SELECT count(*) FROM marketing.company_master")).isEqualTo("10");
    }

    @Test
    void closedWhileItRunsItSaysSoWhenItIsDone() throws SQLException {
        open("20251024-WV-BATCH1");
        try (var blocker = database.getConnection(); var statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("LOCK TABLE marketing.company_master IN ACCESS EXCLUSIVE MODE");
            context.robot.clickOn(context.find("promotion-confirm", Region.class));
            context.robot.clickOn(context.find("promotion-background", Region.class));
        }
        context.settle();
        assertThat(context.sees("promotion")).isFalse();
        assertThat(context.said()).containsExactly("380 companies of 20251024-WV-BATCH1 promoted");
    }

    @Test
    void closedWhileItRunsItComesBackWithWhatWentWrong() throws SQLException {
        open("20251024-WV-BATCH1");
        TestDatabases.run(database, "UPDATE intake.company_raw_intake SET founded_year = 1200, validated = true WHERE id = 60");
        try (var blocker = database.getConnection(); var statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("LOCK TABLE marketing.company_master IN ACCESS EXCLUSIVE MODE");
            context.robot.clickOn(context.find("promotion-confirm", Region.class));
            context.robot.clickOn(context.find("promotion-background", Region.class));
            assertThat(context.sees("promotion")).isFalse();
        }
        context.settle();
        context.picture("promotion-came-back");
        assertThat(context.text("promotion-problem-message")).contains("intake id 60");
        assertThat(context.sees("promotion-confirm")).isFalse();
    }

    @Test
    void anotherNumberThanTheButtonSaidIsNotPromoted() {
        open("20251024-WV-BATCH1");
        DemoSession.rows(database, "20251024-WV-BATCH1", "WV", 1, 1, 0);
        context.click("promotion-confirm");
        context.picture("promotion-differs");
        assertThat(context.text("promotion-problem-message")).isEqualTo("380 companies were announced, but now it would be 381; "
                + "nothing was promoted.");
        assertThat(context.text("promotion-confirm")).isEqualTo("Promote 381 companies");
        assertThat(TestDatabases.ask(database, "SELECT count(*) FROM marketing.company_master")).isEqualTo("10");
    }

    private List<Object> ids(Query rows) {
        return context.session().tables().page(rows, Optional.empty(), 10).stream().map(Row::key).toList();
    }

    private void open(String batch) {
        context = TestContext.show(DemoSession.over(database), 1000, 720, b -> new Region());
        context.run(() -> PromotionView.open(context, Entity.COMPANY, batch));
    }
}
