package barton.steward.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.model.QualityBand;
import barton.steward.model.Query;
import barton.steward.model.Selection;
import barton.steward.model.Table;
import barton.steward.service.Question;
import barton.steward.service.Questions;
import barton.steward.support.TestDatabases;
import barton.steward.ui.support.DemoDesk;
import barton.steward.ui.support.TestBench;
import java.util.EnumSet;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OverviewViewTest {
    private static final String WV = "20251024-WV-BATCH1";
    private static DataSource demo;
    private OverviewView view;

    @BeforeAll
    static void rows() {
        demo = DemoDesk.database();
    }

    @Test
    void eachFigureOfABatchStandsInItsRow() {
        TestBench bench = show(demo);
        bench.picture("overview");
        assertThat(bench.text("batch-" + WV + "-imported")).isEqualTo("446");
        assertThat(bench.text("batch-" + WV + "-validated")).isEqualTo("380");
        assertThat(bench.text("batch-" + WV + "-failed")).isEqualTo("40");
        assertThat(bench.text("batch-" + WV + "-promoted")).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"overview-intake", "overview-not-validated", "overview-master", "overview-slots", "overview-people",
        "overview-emails-verified", "overview-enriched", "overview-stale", "overview-low-confidence", "overview-high-confidence",
        "overview-runs", "overview-failed-runs", "batch-" + WV + "-imported", "batch-" + WV + "-validated", "batch-" + WV + "-failed",
        "batch-20251020-OH-BATCH1-promoted"})
    void aFigureOpensAsManyRowsAsItSays(String figure) {
        TestBench bench = show(demo);
        String shown = bench.text(figure);
        bench.click(figure);
        Query opened = bench.opened.getFirst();
        assertThat(bench.desk().daos().tables().count(Selection.all(opened))).isEqualTo(Long.parseLong(shown)).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"overview-people-intake, 7", "overview-people-not-validated, 5"})
    void aFigureOfPeopleInIntakeOpensThem(String figure, long count) {
        DataSource database = TestDatabases.migrated();
        TestDatabases.run(database, """
                INSERT INTO intake.people_raw_intake (first_name, last_name, import_batch_id, validated)
                SELECT 'Ann', 'Lee', 'P', n <= 2 FROM generate_series(1, 7) n""");
        TestBench bench = show(database);
        assertThat(bench.text(figure)).isEqualTo(Long.toString(count));
        bench.picture(figure);
        bench.click(figure);
        Query opened = bench.opened.getFirst();
        assertThat(opened.table()).isEqualTo(Table.PEOPLE_INTAKE);
        assertThat(bench.desk().daos().tables().count(Selection.all(opened))).isEqualTo(count);
    }

    @ParameterizedTest
    @EnumSource(value = QualityBand.class, names = {"POOR", "NONE"})
    void eachBarOfTheQualityOpensItsCompanies(QualityBand band) {
        DataSource database = DemoDesk.database();
        TestDatabases.run(database, "UPDATE marketing.company_master SET data_quality_score = NULL WHERE source_record_id::int <= 20");
        TestBench bench = show(database);
        assertThat(bench.text("overview-quality-" + band)).isEqualTo(band == QualityBand.NONE ? "20" : "100");
        bench.run(() -> bench.find("overview-quality-bar-" + band, Node.class).getOnMouseClicked().handle(null));
        assertThat(bench.opened).containsExactly(Questions.ofQuality(band));
        assertThat(bench.desk().daos().tables().count(Selection.all(bench.opened.getFirst())))
                .isEqualTo(Long.parseLong(bench.text("overview-quality-" + band)));
        assertThat(bench.find("overview-quality-GOOD", Hyperlink.class).isDisabled()).isTrue();
    }

    @Test
    void everyQuestionAboutRowsIsOneClickAway() {
        TestBench bench = show(demo);
        for (Question question : Question.values()) {
            if (question.findsRows() && EnumSet.of(Question.Of.ALL, Question.Of.MAYBE_BATCH).contains(question.of())) {
                bench.run(bench.find("question-" + question.title(), Hyperlink.class)::fire);
                assertThat(bench.opened.getLast()).isEqualTo(question.query(null).orElseThrow());
            }
        }
    }

    @Test
    void aQuestionAboutOneThingAsksWhichFirst() {
        TestBench bench = show(demo);
        bench.run(bench.find("question-segment", Hyperlink.class)::fire);
        bench.robot.write("decision-maker");
        bench.click("ask-ok");
        assertThat(bench.opened).containsExactly(Questions.inSegment("decision-maker"));
    }

    @Test
    void verifiedEmailsAreShownByDayAndEachDayOpensItsPeople() {
        DataSource database = DemoDesk.database();
        TestDatabases.run(database, """
                UPDATE marketing.people_master
                SET created_at = timestamptz '2026-03-01 12:00Z' + right(email, 13)::char(1)::integer / 5 * interval '4 days'""");
        TestBench bench = show(database);
        String shown = bench.text("overview-emails-2026-03-01");
        bench.run(bench.find("overview-emails-2026-03-01", Hyperlink.class)::fire);
        long found = bench.desk().daos().tables().count(Selection.all(bench.opened.getFirst()));
        assertThat(found).isEqualTo(Long.parseLong(shown)).isPositive();
        assertThat(bench.sees("overview-emails-bar-2026-03-05")).isTrue();
    }

    @Test
    void eachSourceOfEnrichmentOpensItsSidecars() {
        TestBench bench = show(demo);
        assertThat(bench.text("overview-source-clay")).isEqualTo("50");
        bench.run(bench.find("overview-source-clay", Hyperlink.class)::fire);
        assertThat(bench.opened).containsExactly(Questions.ofSource("clay"));
    }

    @Test
    void whatTheLogSaysStandsBesideTheCountsOfABatch() {
        TestBench bench = show(demo);
        assertThat(bench.text("batch-20251020-OH-BATCH1-logged")).isEqualTo("120");
        bench.click("batch-20251020-OH-BATCH1-logged");
        assertThat(bench.opened).containsExactly(Questions.promotions("20251020-OH-BATCH1"));
    }

    @Test
    void onlyABatchWithSomethingToPromoteOffersIt() {
        TestBench bench = show(demo);
        assertThat(bench.sees("batch-20251101-PA-BATCH2-promote")).isFalse();
        bench.click("batch-" + WV + "-promote");
        assertThat(bench.promotions).containsExactly(WV);
    }

    @Test
    void aRunOpensInTheLog() {
        TestBench bench = show(demo);
        bench.click("run-VLD-20251102-1");
        assertThat(bench.opened).containsExactly(Questions.run("VLD-20251102-1"));
        assertThat(bench.text("run-VLD-20251102-1-passed")).isEqualTo("406 of 446 passed");
    }

    @Test
    void anEmptyDatabaseShowsTheOffer() {
        TestBench bench = show(TestDatabases.migrated());
        assertThat(bench.sees("offer")).isTrue();
        assertThat(bench.find("overview-promote", Button.class).isDisabled()).isTrue();
    }

    @Test
    void refreshCountsAnew() {
        DataSource database = DemoDesk.database();
        TestBench bench = show(database);
        TestDatabases.run(database, "INSERT INTO intake.company_raw_intake (company, import_batch_id) VALUES ('New', '%s')".formatted(WV));
        bench.click("overview-refresh");
        assertThat(bench.text("batch-" + WV + "-imported")).isEqualTo("447");
    }

    @Test
    void aFailureIsShownWithARetryThatWorksOnceTheDatabaseIsBack() {
        DataSource database = DemoDesk.database();
        TestBench bench = show(database);
        TestDatabases.run(database, "ALTER TABLE marketing.company_sidecar RENAME TO moved");
        bench.run(view::refresh);
        assertThat(bench.sees("overview-failed")).isTrue();
        bench.picture("overview-failed");
        TestDatabases.run(database, "ALTER TABLE marketing.moved RENAME TO company_sidecar");
        bench.click("overview-retry");
        assertThat(bench.sees("overview-content")).isTrue();
    }

    @Test
    void manyBatchesAreShownInSteps() {
        DataSource database = TestDatabases.migrated();
        for (int i = 0; i < 25; i++) {
            DemoDesk.rows(database, "BATCH-" + i, "WV", 2, 1, 1);
        }
        TestBench bench = show(database);
        assertThat(bench.text("overview-more-batches")).contains("5");
        bench.run(bench.find("overview-more-batches", Hyperlink.class)::fire);
        assertThat(bench.sees("overview-more-batches")).isFalse();
    }

    private TestBench show(DataSource database) {
        TestBench bench = TestBench.show(DemoDesk.over(database), 1180, 860, b -> {
            var offer = new Label("offer");
            offer.setId("offer");
            view = new OverviewView(b, offer);
            return view.node();
        });
        bench.run(view::refresh);
        return bench;
    }

    @Test
    void theTablesOfTheCardsAreThoseOfTheirTitles() {
        TestBench bench = show(demo);
        bench.click("overview-people");
        bench.click("overview-enriched");
        assertThat(bench.opened).extracting(Query::table).containsExactly(Table.PEOPLE, Table.COMPANY_SIDECARS);
    }
}
