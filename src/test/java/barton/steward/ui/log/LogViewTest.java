package barton.steward.ui.log;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.LogFields;
import barton.steward.catalog.Table;
import barton.steward.service.question.FigureQueries;
import barton.steward.support.SampleSession;
import barton.steward.ui.actions.TestContext;
import barton.steward.ui.support.Cells;
import barton.steward.ui.table.RowsView;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TitledPane;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogViewTest {
    private RowsView view;
    private TestContext context;
    private DataSource database;

    @BeforeEach
    void open() {
        database = SampleSession.worked(50);
        context = TestContext.show(SampleSession.over(database), 1300, 700, b -> {
            view = new LogView(b).view();
            return view.node();
        });
        context.run(view::refresh);
    }

    @Test
    void theNewestRunStandsFirstWithWhatPassed() {
        assertThat(runs()).containsExactly("20251024-WV-BATCH1", "VLD-4711", "20250901-OH-BATCH1");
        assertThat(Cells.texts(context, "LOG-table", "success_rate", 1)).containsExactly("0 of 40");
    }

    @Test
    void failedRunsStandOut() {
        assertThat(Cells.cell(context, "LOG-table", "failed_records", 1).getStyleClass()).contains("status-failed");
        assertThat(Cells.cell(context, "LOG-table", "failed_records", 2).getStyleClass()).doesNotContain("status-failed");
    }

    @Test
    void whatWasNotValidatedWhenABatchWasPromotedDidNotFail() {
        run(database, "UPDATE public.shq_validation_log SET failed_records = 7 WHERE validation_run_id LIKE '%OH-BATCH1'");
        context.run(view::refresh);
        assertThat(Cells.texts(context, "LOG-table", "failed_records", 2)).containsExactly("7 not validated");
        assertThat(Cells.cell(context, "LOG-table", "failed_records", 2).getStyleClass()).doesNotContain("status-failed");
    }

    @Test
    void runsAreFilteredByRouteAndExecutor() {
        context.run(() -> view.model().choose(LogFields.ROUTE, "intake → master", true));
        assertThat(runs()).containsExactly("20251024-WV-BATCH1", "20250901-OH-BATCH1");
        context.run(() -> view.model().choose(LogFields.EXECUTED_BY, "ben", true));
        assertThat(runs()).containsExactly("20250901-OH-BATCH1");
    }

    @Test
    void theSuccessRateOverTimeFollowsTheFilterAndAPointOpensItsRuns() {
        assertThat(points()).hasSize(3);
        Node failed = points().stream().filter(n -> n.getStyleClass().contains("point-failed")).findFirst().orElseThrow();
        assertThat(failed.getAccessibleText()).endsWith(": 0 %, 0 of 40 records passed in 1 run, 1 with failed records");
        context.picture("log-chart");
        context.run(() -> view.model().choose(LogFields.EXECUTED_BY, "ben", true));
        assertThat(points()).hasSize(1);
        context.run(() -> view.model().clear());
        context.run(() -> points().getFirst().getOnMouseClicked().handle(null));
        assertThat(runs()).containsExactly("20250901-OH-BATCH1");
    }

    @Test
    void theChartOfRunsIsFoldedAwayForGood() {
        TitledPane chart = context.find("log-chart", TitledPane.class);
        context.run(() -> chart.setExpanded(false));
        assertThat(context.onWindow(() -> new LogChart(context, view.model()).isExpanded())).isFalse();
        context.run(() -> view.model().choose(LogFields.EXECUTED_BY, "ben", true));
        context.run(() -> chart.setExpanded(true));
        assertThat(points()).hasSize(1);
    }

    @Test
    void aRunOpensItsRows() {
        context.run(() -> view.go(2));
        context.click("runrows");
        assertThat(context.runsOpened).containsExactly("20250901-OH-BATCH1");
    }

    @Test
    void aRunOfRulesOpensTheRowsOfItsBatch() {
        run(database, "SELECT shq.validate_company_batch('20251101-WV-BATCH2', 'ann')");
        context.run(view::refresh);
        context.run(() -> view.go(0));
        context.click("runrows");
        assertThat(context.opened).containsExactly(FigureQueries.imported("20251101-WV-BATCH2"));
    }

    @Test
    void aRunOfRulesIsTakenBackAsAnAction() {
        run(database, "SELECT shq.validate_company_batch('20251101-WV-BATCH2', 'ann')");
        context.run(view::refresh);
        context.run(() -> view.go(0));
        context.click("takeback");
        assertThat(context.undone).containsExactly(Long.valueOf(ask(database, "SELECT max(action_id) FROM shq.action")));
    }

    @Test
    void aPromotionIsTakenBackAfterShowingWhatGoesAndWhatStays() {
        leaveOnlySidecars();
        context.run(() -> view.go(0));
        context.click("takeback");
        context.picture("log-take-back");
        assertThat(context.sees("takeback-stays")).isTrue();
        assertThat(context.text("takeback-confirm")).isEqualTo("Take back 3 companies");
        context.click("takeback-confirm");
        assertThat(context.said()).containsExactly("3 companies taken back; 20 stay.");
        assertThat(ask(database, "SELECT count(*) FROM marketing.company_master")).isEqualTo("20");
        assertThat(context.changes).containsExactly(List.of(Table.INTAKE, Table.MASTER, Table.SLOTS, Table.LOG));
        context.run(view::refresh);
        assertThat(runs().getFirst()).startsWith("TBK-");
        assertThat(Cells.texts(context, "LOG-table", "route", 0)).containsExactly("master → intake");
        assertThat(Cells.texts(context, "LOG-table", "success_rate", 0)).containsExactly("3 of 23");
        assertThat(Cells.cell(context, "LOG-table", "failed_records", 0).getStyleClass()).doesNotContain("status-failed");
    }

    @Test
    void aCompanyThatStaysOpens() {
        leaveOnlySidecars();
        String company = ask(database, "SELECT min(company_unique_id) FROM marketing.company_sidecar");
        context.run(() -> view.go(0));
        context.click("takeback");
        context.run(context.find("takeback-" + company, Hyperlink.class)::fire);
        assertThat(context.records).containsExactly("MASTER " + company);
        assertThat(context.sees("take-back")).isFalse();
    }

    @Test
    void whatDependsOnTheCompaniesMeanwhileStopsIt() {
        leaveOnlySidecars();
        context.run(() -> view.go(0));
        context.click("takeback");
        run(database, "INSERT INTO marketing.company_sidecar (company_unique_id) SELECT company_unique_id FROM marketing.company_master"
                + " ON CONFLICT DO NOTHING");
        context.click("takeback-confirm");
        assertThat(context.failures).singleElement().extracting(f -> f.cause().getMessage())
                .isEqualTo("3 records were announced, but now it would be 0; nothing was taken back.");
        context.run(context.failures.getFirst().retry());
        assertThat(context.sees("takeback-confirm")).isFalse();
        assertThat(context.sees("takeback-stays")).isTrue();
    }

    @Test
    void onlyPromotionsAreTakenBackAndOnlyClearingsRestored() {
        context.run(() -> view.go(1));
        context.click("takeback");
        context.click("restore");
        assertThat(context.said()).containsExactly("VLD-4711 is no promotion and no run of rules that changed"
                + " something, so there is nothing to take back.",
                "VLD-4711 cleared nothing from intake, so there is nothing to restore.");
    }

    @Test
    void whatARunClearedIsRestored() {
        run(database, "SELECT shq.clear_promoted_intake('20251024-WV-BATCH1', 'ann')");
        context.run(view::refresh);
        assertThat(Cells.texts(context, "LOG-table", "route", 0)).containsExactly("intake → cleared intake");
        context.run(() -> view.go(0));
        context.click("restore");
        assertThat(context.text("confirm-ok")).isEqualTo("Restore 23 rows");
        context.click("confirm-ok");
        assertThat(context.said()).containsExactly("23 rows restored to intake.");
        assertThat(ask(database, "SELECT count(*) FROM intake.company_raw_intake")).isEqualTo("50");
        context.run(view::refresh);
        assertThat(Cells.texts(context, "LOG-table", "route", 0)).containsExactly("cleared intake → intake");
        context.run(() -> view.go(1));
        context.click("restore");
        assertThat(context.said()).hasSize(2).last().asString().startsWith("Nothing to restore: what run CLR-");
    }

    /// Of 23 companies 20 have one.
    private void leaveOnlySidecars() {
        run(database, "DELETE FROM marketing.people_sidecar; DELETE FROM marketing.people_master");
    }

    private List<Node> points() {
        return context.all().stream().filter(n -> n.getStyleClass().contains("chart-part")).toList();
    }

    private List<String> runs() {
        return view.model().rows().stream().map(row -> row.key().toString()).toList();
    }
}
