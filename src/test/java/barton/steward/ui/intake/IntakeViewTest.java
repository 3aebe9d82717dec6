package barton.steward.ui.intake;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.dao.RuleDao;
import barton.steward.model.IntakeFields;
import barton.steward.model.Row;
import barton.steward.model.RuleEntity;
import barton.steward.model.Selection;
import barton.steward.model.Sort;
import barton.steward.model.Table;
import barton.steward.service.Questions;
import barton.steward.support.SampleDesk;
import barton.steward.support.TestDatabases;
import barton.steward.ui.support.Command;
import barton.steward.ui.support.TestBench;
import barton.steward.ui.table.RowsView;
import java.sql.SQLException;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IntakeViewTest {
    private DataSource database;
    private RowsView view;
    private TestBench bench;

    @BeforeEach
    void open() {
        database = SampleDesk.intake(446);
        bench = TestBench.show(SampleDesk.over(database), 1200, 800, b -> {
            view = new IntakeView(b, RuleEntity.COMPANY, CompanyIntakeColumns.spec()).view();
            return view.node();
        });
        bench.run(view::refresh);
    }

    @Test
    void allMatchingRowsAreValidatedAfterAskingWithTheirNumber() {
        bench.click("select-all");
        assertThat(bench.text("selected")).isEqualTo("446 of 446 selected");
        bench.click("validate");
        bench.picture("intake-confirm");
        assertThat(bench.text("confirm-ok")).isEqualTo("Validate 177 rows");
        bench.click("confirm-ok");
        assertThat(count("validated")).isEqualTo("446");
        assertThat(bench.changes).containsExactly(List.of(Table.INTAKE));
    }

    @Test
    void rowsPickedByKeysAreRejectedWithANote() {
        key(KeyCode.J);
        key(KeyCode.SPACE);
        key(KeyCode.J);
        key(KeyCode.J);
        key(KeyCode.SPACE);
        assertThat(bench.text("selected")).isEqualTo("2 of 446 selected");
        bench.click("reject");
        bench.run(() -> bench.find("ask-text", TextField.class).setText("not a company"));
        bench.click("ask-ok");
        assertThat(bench.text("confirm-ok")).isEqualTo("Reject 2 rows");
        bench.click("confirm-ok");
        assertThat(count("validation_notes LIKE '%not a company%'")).isEqualTo("2");
    }

    @Test
    void aChangedNumberStopsTheActionAndIsTold() {
        bench.click("select-all");
        bench.click("validate");
        TestDatabases.run(database, "UPDATE intake.company_raw_intake SET validated = true WHERE id = 7");
        bench.click("confirm-ok");
        assertThat(bench.text("confirm-ok")).isEqualTo("Count again");
        assertThat(count("validated")).isEqualTo("270");
    }

    @Test
    void theConfirmationNamesTheFilter() {
        bench.run(() -> view.model().choose(IntakeFields.IMPORT_BATCH_ID, "20251024-WV-BATCH1", true));
        bench.click("select-all");
        bench.click("validate");
        assertThat(bench.text("confirm-text")).endsWith("Meant: every row where Batch is 20251024-WV-BATCH1.");
    }

    @Test
    void selectedRowsCannotBeActedOnWhileAnotherFilterIsBeingRead() throws SQLException {
        bench.click("select-all");
        assertThat(bench.find("validate", Button.class).isDisabled()).isFalse();
        try (var blocker = database.getConnection(); var statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("LOCK TABLE intake.company_raw_intake IN ACCESS EXCLUSIVE MODE");
            bench.onWindow(() -> {
                view.model().choose(IntakeFields.STATUS, "failed", true);
                return null;
            });
            assertThat(bench.find("validate", Button.class).isDisabled()).isTrue();
            assertThat(bench.<Boolean>onWindow(() -> command("validate").enabled().getAsBoolean())).isFalse();
        }
        bench.settle();
        assertThat(bench.text("selected")).isEqualTo("44 rows");
    }

    @Test
    void selectedRowsCannotBeActedOnWhereTheFilterCouldNotBeRead() {
        bench.click("select-all");
        TestDatabases.run(database, "ALTER TABLE intake.company_raw_intake RENAME TO hidden");
        bench.run(() -> view.model().search("bank"));
        assertThat(bench.sees("rows-error")).isTrue();
        assertThat(bench.find("reject", Button.class).isDisabled()).isTrue();
    }

    @Test
    void theSelectedRowsMoveToABatch() {
        bench.click("select-all");
        bench.click("assign");
        bench.run(() -> bench.find("ask-text", TextField.class).setText("20251201-WV-BATCH1"));
        bench.click("ask-ok");
        assertThat(bench.text("confirm-ok")).isEqualTo("Assign 446 rows");
        bench.click("confirm-ok");
        assertThat(count("import_batch_id = '20251201-WV-BATCH1'")).isEqualTo("446");
    }

    @Test
    void thePromotedRowsOfABatchAreCleared() {
        TestDatabases.run(database, "SELECT shq.promote_company_records('20251024-WV-BATCH1', 'ann')");
        bench.run(() -> view.model().choose(IntakeFields.IMPORT_BATCH_ID, "20251024-WV-BATCH1", true));
        bench.click("select-all");
        bench.pick("more", "more-clear");
        assertThat(bench.text("confirm-ok")).isEqualTo("Clear 202 rows");
        bench.click("confirm-ok");
        assertThat(bench.said()).containsExactly("202 promoted rows of 20251024-WV-BATCH1 cleared from intake.");
        assertThat(count("true")).isEqualTo("244");
        assertThat(bench.changes).containsExactly(List.of(Table.INTAKE, Table.LOG));
    }

    @Test
    void whereMoreWasPromotedThanAnnouncedNothingIsCleared() {
        TestDatabases.run(database, "SELECT shq.promote_company_records('20251024-WV-BATCH1', 'ann')");
        bench.run(() -> view.model().choose(IntakeFields.IMPORT_BATCH_ID, "20251024-WV-BATCH1", true));
        bench.click("select-all");
        bench.pick("more", "more-clear");
        TestDatabases.run(database, "UPDATE intake.company_raw_intake SET validated = true WHERE id = 7;"
                + " SELECT shq.promote_company_records('20251024-WV-BATCH1', 'ann')");
        bench.click("confirm-ok");
        assertThat(bench.failures).singleElement().extracting(f -> f.cause().getMessage())
                .isEqualTo("202 rows were announced, but now it would be 203; nothing was cleared.");
        assertThat(count("true")).isEqualTo("446");
    }

    @Test
    void theBatchOfTheFilterIsJudgedAndTheNoticeLeadsToItsFailedRowsAndTheRun() {
        bench.run(() -> view.model().choose(IntakeFields.IMPORT_BATCH_ID, "20251024-WV-BATCH1", true));
        bench.click("runrules");
        bench.picture("run-rules");
        bench.click("runrules-ok");
        String failed = count("import_batch_id = '20251024-WV-BATCH1' AND NOT validated");
        assertThat(bench.said()).singleElement().asString().startsWith("20251024-WV-BATCH1 judged by rules:").endsWith(failed + " failed.");
        bench.picture("run-rules-done");
        assertThat(bench.changes).containsExactly(List.of(Table.INTAKE, Table.LOG));
        bench.robot.clickOn("Show the failed rows");
        bench.settle();
        assertThat(bench.opened).containsExactly(Questions.failed("20251024-WV-BATCH1"));
    }

    @Test
    void theFacetOfRulesLeadsToAllRowsWithThatFault() {
        TestDatabases.run(database, "SELECT shq.validate_company_batch('20251024-WV-BATCH1', 'ann')");
        MenuButton facet = bench.find("facet-finding", MenuButton.class);
        bench.run(facet::show);
        bench.settle();
        assertThat(bench.onWindow(() -> facet.getItems().stream().map(i -> i.getText()).toList()))
                .contains("website_present   ·   44").noneMatch(text -> text.startsWith("(none)"));
        bench.run(() -> choose(facet, "website_present"));
        assertThat(bench.text("selected")).isEqualTo("44 rows");
        assertThat(view.model().query().conditions()).containsExactly(RuleDao.broken("website_present"));
    }

    @Test
    void rejectionsAreLifted() {
        TestDatabases.run(database, "UPDATE intake.company_raw_intake SET validated = false, validation_notes = 'rejected: closed'"
                + " WHERE id IN (5, 6)");
        bench.click("select-all");
        bench.pick("more", "more-lift");
        assertThat(bench.text("confirm-ok")).isEqualTo("Lift 2 rejections");
        bench.click("confirm-ok");
        assertThat(count("validation_notes LIKE 'rejected:%'")).isEqualTo("0");
    }

    @Test
    void missingStatesAreFilledFromTheirNames() {
        bench.click("select-all");
        bench.click("fill");
        assertThat(bench.text("confirm-ok")).isEqualTo("Fill 44 rows");
        bench.click("confirm-ok");
        assertThat(count("state_abbrev IS NULL")).isEqualTo("0");
    }

    @Test
    void aFacetShowsCountsAndNarrows() {
        MenuButton facet = bench.find("facet-status", MenuButton.class);
        bench.run(facet::show);
        bench.settle();
        assertThat(bench.onWindow(() -> facet.getItems().stream().map(i -> i.getText()).toList()))
                .containsExactlyInAnyOrder("validated   ·   269", "new   ·   133", "failed   ·   44");
        bench.run(() -> choose(facet, "failed"));
        assertThat(bench.text("selected")).isEqualTo("44 rows");
    }

    @Test
    void theDatabaseSorts() {
        bench.run(() -> {
            table().getColumns().stream().filter(c -> "company".equals(c.getId())).findFirst()
                    .ifPresent(c -> table().getSortOrder().setAll(List.of(c)));
        });
        assertThat(view.model().query().sort()).isEqualTo(Sort.ascending(IntakeFields.COMPANY));
        assertThat(table().getItems().getFirst().text(IntakeFields.COMPANY)).startsWith("Allegheny");
    }

    @Test
    void shiftExtendsTheSelectionAndControlASelectsAll() {
        bench.run(view::focus);
        bench.run(() -> table().getSelectionModel().clearAndSelect(2));
        bench.robot.push(KeyCode.SHIFT, KeyCode.DOWN);
        bench.robot.push(KeyCode.SHIFT, KeyCode.DOWN);
        bench.settle();
        assertThat(view.model().selection().count()).isEqualTo(3);
        bench.robot.push(KeyCode.SHIFT, KeyCode.UP);
        bench.settle();
        assertThat(view.model().selection().count()).isEqualTo(2);
        bench.robot.push(KeyCode.CONTROL, KeyCode.A);
        bench.settle();
        assertThat(view.model().selection().selection()).isEqualTo(Selection.all(view.model().query()));
    }

    @Test
    void scrollingToTheEndReadsTheLastRows() {
        bench.run(() -> table().scrollTo(445));
        bench.settle();
        assertThat(table().getItems().get(445)).isNotNull();
    }

    @Test
    void anEmptyResultSaysWhyAndLeadsBack() {
        bench.run(() -> view.model().search("no such company"));
        assertThat(bench.sees("rows-empty")).isTrue();
        bench.click("empty-clear");
        assertThat(bench.text("selected")).isEqualTo("446 rows");
    }

    @Test
    void aFailingDatabaseIsToldAndReadAgainOnRetry() {
        TestDatabases.run(database, "ALTER TABLE intake.company_raw_intake RENAME TO hidden");
        bench.run(view::refresh);
        bench.picture("intake-error");
        assertThat(bench.text("error-message")).isNotBlank();
        TestDatabases.run(database, "ALTER TABLE intake.hidden RENAME TO company_raw_intake");
        bench.click("rows-retry");
        assertThat(bench.sees("rows-error")).isFalse();
        assertThat(table().getItems()).hasSize(446);
    }

    @Test
    void promotingMeansTheBatchOfTheFilter() {
        bench.run(() -> view.model().choose(IntakeFields.IMPORT_BATCH_ID, "20251024-WV-BATCH1", true));
        bench.click("promote");
        assertThat(bench.promotions).containsExactly("20251024-WV-BATCH1");
    }

    private Command command(String id) {
        return view.commands().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private TableView<Row> table() {
        return bench.find("INTAKE-table", TableView.class);
    }

    private static void choose(MenuButton facet, String value) {
        var item = (CheckMenuItem) facet.getItems().stream().filter(i -> i.getText().startsWith(value)).findFirst().orElseThrow();
        item.setSelected(true);
        item.fire();
    }

    private String count(String condition) {
        return TestDatabases.ask(database, "SELECT count(*) FROM intake.company_raw_intake WHERE " + condition);
    }

    private void key(KeyCode key) {
        bench.run(view::focus);
        bench.robot.push(key);
        bench.settle();
    }
}
