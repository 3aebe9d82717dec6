package barton.steward.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.AlertLimits;
import barton.steward.catalog.Limits;
import barton.steward.catalog.QualityBand;
import barton.steward.catalog.Table;
import barton.steward.model.alert.Alert;
import barton.steward.model.query.Query;
import barton.steward.model.query.Selection;
import barton.steward.service.alert.AlertText;
import barton.steward.service.question.AlertQueries;
import barton.steward.service.question.FigureQueries;
import barton.steward.service.question.NamedQuery;
import barton.steward.support.TestDatabases;
import barton.steward.ui.actions.DemoSession;
import barton.steward.ui.actions.TestContext;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.input.KeyCode;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverviewViewTest {
    private static final String WV = "20251024-WV-BATCH1";
    private static final List<String> FIGURES = List.of("overview-intake", "overview-not-validated", "overview-master", "overview-slots",
            "overview-people", "overview-emails-verified", "overview-enriched", "overview-stale", "overview-low-confidence",
            "overview-high-confidence", "overview-runs", "overview-failed-runs", "batch-" + WV + "-imported", "batch-" + WV + "-validated",
            "batch-" + WV + "-failed", "batch-20251020-OH-BATCH1-promoted");
    private static DataSource demo;
    private OverviewView view;

    @BeforeAll
    static void rows() {
        demo = DemoSession.database();
    }

    @Test
    void eachFigureOfABatchStandsInItsRow() {
        TestContext context = show(demo);
        context.picture("overview");
        assertThat(context.text("batch-" + WV + "-imported")).isEqualTo("446");
        assertThat(context.text("batch-" + WV + "-validated")).isEqualTo("380");
        assertThat(context.text("batch-" + WV + "-failed")).isEqualTo("40");
        assertThat(context.text("batch-" + WV + "-promoted")).isEqualTo("0");
    }

    @Test
    void aFigureOpensAsManyRowsAsItSays() {
        TestContext context = show(demo);
        for (String figure : FIGURES) {
            String shown = context.text(figure);
            context.click(figure);
            assertThat(context.session().tables().count(Selection.all(context.opened.removeLast()))).as(figure)
                    .isEqualTo(Long.parseLong(shown)).isPositive();
        }
        assertThat(context.opened).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"overview-people-intake, 7", "overview-people-not-validated, 5"})
    void aFigureOfPeopleInIntakeOpensThem(String figure, long count) {
        DataSource database = TestDatabases.migrated();
        TestDatabases.run(database, """
                INSERT INTO intake.people_raw_intake (first_name, last_name, import_batch_id, validated)
                SELECT 'Ann', 'Lee', 'P', n <= 2 FROM generate_series(1, 7) n""");
        TestContext context = show(database);
        assertThat(context.text(figure)).isEqualTo(Long.toString(count));
        context.picture(figure);
        context.click(figure);
        Query opened = context.opened.getFirst();
        assertThat(opened.table()).isEqualTo(Table.PEOPLE_INTAKE);
        assertThat(context.session().tables().count(Selection.all(opened))).isEqualTo(count);
    }

    @Test
    void everyPartOfAChartOpensAsManyRowsAsItSays() {
        DataSource database = DemoSession.database();
        TestDatabases.run(database, "UPDATE marketing.company_master SET data_quality_score = NULL WHERE source_record_id::int <= 20");
        TestContext context = show(database);
        rejectByHand(context);
        context.run(view::refresh);
        context.picture("overview-charts");
        List<Node> parts = parts(context);
        assertThat(parts).extracting(Node::getId).contains("overview-quality-POOR", "overview-quality-NONE", "overview-enriched-fresh",
                "overview-enriched-without", "overview-enriched-high", "overview-source-clay")
                .anyMatch(id -> id.startsWith("overview-rate-")).anyMatch(id -> id.startsWith("overview-emails-open-"))
                .anyMatch(id -> id.startsWith("overview-pace-COMPANY-"))
                .doesNotContain("overview-quality-GOOD");
        for (Node part : parts) {
            String said = context.onWindow(part::getAccessibleText);
            context.run(() -> part.getOnMouseClicked().handle(null));
            long found = context.session().tables().count(Selection.all(context.opened.removeLast()));
            if (part.getId().startsWith("overview-rate-")) {
                assertThat(said).contains("in " + (found == 1 ? "1 run" : found + " runs"));
            } else if (part.getId().startsWith("overview-pace-")) {
                assertThat(said).contains(found + " decisions");
            } else {
                assertThat(said).as(part.getId()).startsWith(found + " ");
            }
            assertThat(found).as(part.getId()).isPositive();
        }
    }

    @Test
    void theKeyboardGoesThroughAChartAndOpensItsParts() {
        DataSource database = DemoSession.database();
        TestDatabases.run(database, "UPDATE marketing.company_master SET data_quality_score = NULL WHERE source_record_id::int <= 20");
        TestContext context = show(database);
        Node poor = context.find("overview-quality-POOR", Node.class);
        Node none = context.find("overview-quality-NONE", Node.class);
        context.run(poor::requestFocus);
        context.press(KeyCode.RIGHT);
        assertThat(none.isFocused()).isTrue();
        assertThat(List.of(poor.isFocusTraversable(), none.isFocusTraversable())).containsExactly(false, true);
        context.press(KeyCode.ENTER);
        context.press(KeyCode.HOME);
        assertThat(poor.isFocused()).isTrue();
        context.press(KeyCode.SPACE);
        assertThat(context.opened).containsExactly(FigureQueries.ofQuality(QualityBand.NONE, Limits.USUAL),
                FigureQueries.ofQuality(QualityBand.POOR, Limits.USUAL));
    }

    @Test
    void theLimitsOfTheTeamAreSetAndChangeTheFigures() {
        TestContext context = show(DemoSession.database());
        context.click("overview-limits");
        Spinner<?> good = context.find("limits-good", Spinner.class);
        context.run(() -> good.getEditor().setText("95"));
        context.run(good::commitValue);
        context.click("limits-ok");
        assertThat(context.text("limits-problem")).isNotBlank();
        context.run(() -> good.getEditor().setText("85"));
        context.run(good::commitValue);
        context.picture("limits");
        context.click("limits-ok");
        assertThat(context.session().statistics().limits()).isEqualTo(new Limits(90, 85, 50, 90));
        assertThat(context.changes).containsExactly(List.of(Table.MASTER, Table.COMPANY_SIDECARS, Table.PEOPLE_SIDECARS));
        context.run(view::refresh);
        assertThat(context.find("overview-low-confidence", Hyperlink.class).getAccessibleText()).isEqualTo(
                "35 sidecars with a confidence below 85");
    }

    @Test
    void whatWantsAttentionLeadsToItsRowsByTheKeyboardToo() {
        TestContext context = show(demo);
        context.picture("attention");
        List<Alert> alerts = context.session().alerts().counted();
        assertThat(alerts).hasSize(7);
        assertThat(context.sees("attention-" + alerts.get(5).key())).isFalse();
        context.click("attention-more");
        for (Alert alert : alerts) {
            Hyperlink link = context.find("attention-" + alert.key(), Hyperlink.class);
            assertThat(link.getText()).isEqualTo(AlertText.of(alert));
            context.run(link::requestFocus);
            context.press(KeyCode.SPACE);
            assertThat(context.opened.removeLast()).isEqualTo(AlertQueries.of(alert));
        }
    }

    @Test
    void theLimitsOfAttentionAreSetAsTheyAreTypedAndTakenBack() {
        DataSource database = DemoSession.database();
        TestContext context = show(database);
        assertThat(context.sees("attention-failed-run//VLD-20251102-1")).isTrue();
        context.click("overview-limits");
        for (String wrong : List.of("101", "-1", "", "many", "9999999999", "1.5")) {
            type(context, "limits-verified", wrong);
            context.click("limits-ok");
            assertThat(context.text("limits-problem")).as(wrong).contains("from 0 to 100");
        }
        List.of("success", "coverage", "peoplecoverage", "verified").forEach(share -> type(context, "limits-" + share, "0"));
        List.of("stale", "doubtful").forEach(share -> type(context, "limits-" + share, "100"));
        type(context, "limits-recent", "1");
        context.click("limits-ok");
        assertThat(context.session().alerts().limits()).isEqualTo(new AlertLimits(0, 0, 0, 0, 100, 100, 14, 1));
        TestDatabases.run(database, "UPDATE public.shq_validation_log SET executed_at = now() - interval '2 days'");
        context.run(() -> context.alerts().look());
        assertThat(context.text("attention-none")).isEqualTo("Nothing wants attention by the limits of the team.");
        context.run(() -> context.notices().latestProperty().get().links().getFirst().run().run());
        assertThat(context.session().alerts().limits()).isEqualTo(AlertLimits.USUAL);
        assertThat(context.sees("attention-none")).isFalse();
    }

    @Test
    void limitsThatSomebodyElseSetMeanwhileAreNotOverwritten() {
        TestContext context = show(DemoSession.database());
        context.click("overview-limits");
        var others = new AlertLimits(80, 50, 50, 50, 0, 0, 14, 30);
        context.session().alerts().set(others);
        type(context, "limits-waiting", "7");
        context.click("limits-ok");
        assertThat(context.failures).extracting(f -> f.cause().getMessage()).containsExactly(
                "Somebody else set the limits of the team meanwhile.");
        assertThat(context.session().alerts().limits()).isEqualTo(others);
    }

    @Test
    void whatCannotBeCountedIsSaidAndTriedAgain() {
        DataSource database = DemoSession.database();
        TestContext context = show(database);
        TestDatabases.run(database, "ALTER VIEW shq.v_attention RENAME TO hidden");
        context.run(() -> context.alerts().look());
        assertThat(context.sees("attention-retry")).isTrue();
        assertThat(context.sees("attention-failed-run//VLD-20251102-1")).as("what was known stays").isTrue();
        TestDatabases.run(database, "ALTER VIEW shq.hidden RENAME TO v_attention");
        context.run(context.find("attention-retry", Hyperlink.class)::fire);
        assertThat(context.sees("attention-retry")).isFalse();
        assertThat(context.failures).isEmpty();
    }

    private static void type(TestContext context, String field, String text) {
        context.run(() -> context.find(field, Spinner.class).getEditor().setText(text));
    }

    private static void rejectByHand(TestContext context) {
        context.session().review().mark(false, Optional.of("seen"))
                .perform(Selection.all(FigureQueries.imported("20251101-PA-BATCH2")), 60);
    }

    private static List<Node> parts(TestContext context) {
        return context.all().stream().filter(n -> n.getStyleClass().contains("chart-part") && !n.isDisabled()).toList();
    }

    @Test
    void everyQuestionAboutRowsIsOneClickAway() {
        TestContext context = show(demo);
        for (NamedQuery question : NamedQuery.values()) {
            if (question.findsRows() && EnumSet.of(NamedQuery.Of.ALL, NamedQuery.Of.MAYBE_BATCH).contains(question.of())) {
                context.run(context.find("question-" + question.title(), Hyperlink.class)::fire);
                assertThat(context.opened.getLast()).isEqualTo(question.query(null).orElseThrow());
            }
        }
    }

    @Test
    void aQuestionAboutOneThingAsksWhichFirst() {
        TestContext context = show(demo);
        context.run(context.find("question-segment", Hyperlink.class)::fire);
        context.robot.write("decision-maker");
        context.click("ask-ok");
        assertThat(context.opened).containsExactly(FigureQueries.inSegment("decision-maker"));
    }

    @Test
    void whatTheLogSaysStandsBesideTheCountsOfABatch() {
        TestContext context = show(demo);
        assertThat(context.text("batch-20251020-OH-BATCH1-logged")).isEqualTo("120");
        context.click("batch-20251020-OH-BATCH1-logged");
        assertThat(context.opened).containsExactly(FigureQueries.promotions("20251020-OH-BATCH1"));
    }

    @Test
    void onlyABatchWithSomethingToPromoteOffersIt() {
        TestContext context = show(demo);
        assertThat(context.sees("batch-20251101-PA-BATCH2-promote")).isFalse();
        context.click("batch-" + WV + "-promote");
        assertThat(context.promotions).containsExactly(WV);
    }

    @Test
    void aRunOpensInTheLog() {
        TestContext context = show(demo);
        context.run(context.find("run-VLD-20251102-1", Hyperlink.class)::fire);
        assertThat(context.opened).containsExactly(FigureQueries.run("VLD-20251102-1"));
        assertThat(context.text("run-VLD-20251102-1-passed")).isEqualTo("406 of 446 passed");
    }

    @Test
    void anEmptyDatabaseShowsTheOffer() {
        TestContext context = show(TestDatabases.migrated());
        assertThat(context.sees("offer")).isTrue();
        assertThat(context.find("overview-promote", Button.class).isDisabled()).isTrue();
    }

    @Test
    void refreshCountsAnew() {
        DataSource database = DemoSession.database();
        TestContext context = show(database);
        TestDatabases.run(database, "INSERT INTO intake.company_raw_intake (company, import_batch_id) VALUES ('New', '%s')".formatted(WV));
        context.click("overview-refresh");
        assertThat(context.text("batch-" + WV + "-imported")).isEqualTo("447");
    }

    @Test
    void aFailureIsShownWithARetryThatWorksOnceTheDatabaseIsBack() {
        DataSource database = DemoSession.database();
        TestContext context = show(database);
        TestDatabases.run(database, "ALTER TABLE marketing.company_sidecar RENAME TO moved");
        context.run(view::refresh);
        assertThat(context.sees("overview-failed")).isTrue();
        context.picture("overview-failed");
        TestDatabases.run(database, "ALTER TABLE marketing.moved RENAME TO company_sidecar");
        context.click("overview-retry");
        assertThat(context.sees("overview-content")).isTrue();
    }

    @Test
    void manyBatchesAreShownInSteps() {
        DataSource database = TestDatabases.migrated();
        for (int i = 0; i < 25; i++) {
            DemoSession.rows(database, "BATCH-" + i, "WV", 2, 1, 1);
        }
        TestContext context = show(database);
        assertThat(context.text("overview-more-batches")).contains("5");
        context.run(context.find("overview-more-batches", Hyperlink.class)::fire);
        assertThat(context.sees("overview-more-batches")).isFalse();
    }

    private TestContext show(DataSource database) {
        TestContext context = TestContext.show(DemoSession.over(database), 1180, 860, b -> {
            var offer = new Label("offer");
            offer.setId("offer");
            view = new OverviewView(b, offer);
            return view.node();
        });
        context.run(view::refresh);
        return context;
    }

    @Test
    void theTablesOfTheCardsAreThoseOfTheirTitles() {
        TestContext context = show(demo);
        context.click("overview-people");
        context.click("overview-enriched");
        assertThat(context.opened).extracting(Query::table).containsExactly(Table.PEOPLE, Table.COMPANY_SIDECARS);
    }
}
