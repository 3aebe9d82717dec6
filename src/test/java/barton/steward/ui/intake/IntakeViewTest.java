package barton.steward.ui.intake;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Entity;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.IntakeStatus;
import barton.steward.catalog.Table;
import barton.steward.model.query.Row;
import barton.steward.model.query.Selection;
import barton.steward.model.query.Sort;
import barton.steward.model.validation.Rule;
import barton.steward.service.question.FigureQueries;
import barton.steward.support.SampleSession;
import barton.steward.support.TestDatabases;
import barton.steward.ui.actions.TestContext;
import barton.steward.ui.support.Command;
import barton.steward.ui.table.RowsView;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IntakeViewTest {
    private DataSource database;
    private RowsView view;
    private TestContext context;

    @BeforeEach
    void open() {
        database = SampleSession.intake(446);
        context = TestContext.show(SampleSession.over(database), 1200, 680, b -> {
            view = new IntakeView(b, Entity.COMPANY).view();
            return view.node();
        });
        context.run(view::refresh);
    }

    @Test
    void allMatchingRowsAreValidatedAfterAskingWithTheirNumber() {
        context.click("select-all");
        assertThat(context.text("selected")).isEqualTo("446 of 446 selected");
        context.click("validate");
        context.picture("intake-confirm");
        assertThat(context.text("confirm-ok")).isEqualTo("Validate 177 rows");
        context.click("confirm-ok");
        assertThat(count("validated")).isEqualTo("446");
        assertThat(context.changes).containsExactly(List.of(Table.INTAKE));
    }

    @Test
    void rowsPickedByKeysAreRejectedWithANote() {
        key(KeyCode.J);
        key(KeyCode.SPACE);
        key(KeyCode.J);
        key(KeyCode.J);
        key(KeyCode.SPACE);
        assertThat(context.text("selected")).isEqualTo("2 of 446 selected");
        context.click("reject");
        context.run(() -> context.find("ask-text", TextField.class).setText("not a company"));
        context.click("ask-ok");
        assertThat(context.text("confirm-ok")).isEqualTo("Reject 2 rows");
        context.click("confirm-ok");
        assertThat(count("validation_notes LIKE '%not a company%'")).isEqualTo("2");
    }

    @Test
    void aChangedNumberStopsTheActionAndIsTold() {
        context.click("select-all");
        context.click("validate");
        TestDatabases.run(database, "UPDATE intake.company_raw_intake SET validated = true WHERE id = 7");
        context.click("confirm-ok");
        assertThat(context.text("confirm-ok")).isEqualTo("Count again");
        assertThat(count("validated")).isEqualTo("270");
    }

    @Test
    void theConfirmationNamesTheFilter() {
        context.run(() -> view.model().choose(IntakeFields.IMPORT_BATCH_ID, "20251024-WV-BATCH1", true));
        context.click("select-all");
        context.click("validate");
        assertThat(context.text("confirm-text")).endsWith("Meant: every row where Batch is 20251024-WV-BATCH1.");
    }

    @Test
    void selectedRowsCannotBeActedOnWhileAnotherFilterIsBeingRead() throws SQLException {
        context.click("select-all");
        assertThat(context.find("validate", Button.class).isDisabled()).isFalse();
        try (var blocker = database.getConnection(); var statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("LOCK TABLE intake.company_raw_intake IN ACCESS EXCLUSIVE MODE");
            context.onWindow(() -> {
                view.model().choose(IntakeFields.STATUS, IntakeStatus.FAILED.word(), true);
                return null;
            });
            assertThat(context.find("validate", Button.class).isDisabled()).isTrue();
            assertThat(context.<Boolean>onWindow(() -> command("validate").enabled().getAsBoolean())).isFalse();
        }
        context.settle();
        assertThat(context.text("selected")).isEqualTo("44 rows");
    }

    @Test
    void selectedRowsCannotBeActedOnWhereTheFilterCouldNotBeRead() {
        context.click("select-all");
        TestDatabases.run(database, "ALTER TABLE intake.company_raw_intake RENAME TO hidden");
        context.run(() -> view.model().search("bank"));
        assertThat(context.sees("rows-error")).isTrue();
        assertThat(context.find("reject", Button.class).isDisabled()).isTrue();
    }

    @Test
    void theSelectedRowsMoveToABatch() {
        context.click("select-all");
        context.click("assign");
        context.run(() -> context.find("ask-text", TextField.class).setText("20251201-WV-BATCH1"));
        context.click("ask-ok");
        assertThat(context.text("confirm-ok")).isEqualTo("Assign 446 rows");
        context.click("confirm-ok");
        assertThat(count("import_batch_id = '20251201-WV-BATCH1'")).isEqualTo("446");
    }

    @Test
    void thePromotedRowsOfABatchAreCleared() {
        TestDatabases.run(database, "SELECT shq.promote_company_records('20251024-WV-BATCH1', 'ann')");
        context.run(() -> view.model().choose(IntakeFields.IMPORT_BATCH_ID, "20251024-WV-BATCH1", true));
        context.click("select-all");
        context.pick("more", "more-clear");
        assertThat(context.text("confirm-ok")).isEqualTo("Clear 202 rows");
        context.click("confirm-ok");
        assertThat(context.said()).containsExactly("202 promoted rows of 20251024-WV-BATCH1 cleared from intake.");
        assertThat(count("true")).isEqualTo("244");
        assertThat(context.changes).containsExactly(List.of(Table.INTAKE, Table.LOG));
    }

    @Test
    void whereMoreWasPromotedThanAnnouncedNothingIsCleared() {
        TestDatabases.run(database, "SELECT shq.promote_company_records('20251024-WV-BATCH1', 'ann')");
        context.run(() -> view.model().choose(IntakeFields.IMPORT_BATCH_ID, "20251024-WV-BATCH1", true));
        context.click("select-all");
        context.pick("more", "more-clear");
        TestDatabases.run(database, "UPDATE intake.company_raw_intake SET validated = true WHERE id = 7;"
                + " SELECT shq.promote_company_records('20251024-WV-BATCH1', 'ann')");
        context.click("confirm-ok");
        assertThat(context.failures).singleElement().extracting(f -> f.cause().getMessage())
                .isEqualTo("202 rows were announced, but now it would be 203; nothing was cleared.");
        assertThat(count("true")).isEqualTo("446");
    }

    @Test
    void theBatchOfTheFilterIsJudgedAndTheNoticeLeadsToItsFailedRowsAndTheRun() {
        context.run(() -> view.model().choose(IntakeFields.IMPORT_BATCH_ID, "20251024-WV-BATCH1", true));
        context.click("runrules");
        context.picture("run-rules");
        context.click("runrules-ok");
        String failed = count("import_batch_id = '20251024-WV-BATCH1' AND NOT validated");
        assertThat(context.said()).singleElement().asString().startsWith("20251024-WV-BATCH1 checked by rules:")
                .endsWith(failed + " failed.");
        context.picture("run-rules-done");
        assertThat(context.changes).containsExactly(List.of(Table.INTAKE, Table.LOG));
        context.robot.clickOn("Show the failed rows");
        context.settle();
        assertThat(context.opened).containsExactly(FigureQueries.failed("20251024-WV-BATCH1"));
    }

    @Test
    void theFacetOfRulesLeadsToAllRowsWithThatFault() {
        TestDatabases.run(database, "SELECT shq.validate_company_batch('20251024-WV-BATCH1', 'ann')");
        context.click("facet-finding");
        assertThat(facetValues())
                .contains("website_present   ·   44").noneMatch(text -> text.startsWith("(none)"));
        context.run(() -> choose("website_present"));
        assertThat(context.text("selected")).isEqualTo("44 rows");
        assertThat(view.model().query().conditions()).containsExactly(Rule.broken("website_present"));
    }

    @Test
    void rejectionsAreLifted() {
        TestDatabases.run(database, "UPDATE intake.company_raw_intake SET validated = false, validation_notes = 'rejected: closed'"
                + " WHERE id IN (5, 6)");
        context.click("select-all");
        context.pick("more", "more-lift");
        assertThat(context.text("confirm-ok")).isEqualTo("Lift 2 rejections");
        context.click("confirm-ok");
        assertThat(count("validation_notes LIKE 'rejected:%'")).isEqualTo("0");
    }

    @Test
    void missingStatesAreFilledFromTheirNames() {
        context.click("select-all");
        context.click("fill");
        assertThat(context.text("confirm-ok")).isEqualTo("Fill 44 rows");
        context.click("confirm-ok");
        assertThat(count("state_abbrev IS NULL")).isEqualTo("0");
    }

    @Test
    void aFacetShowsCountsAndNarrows() {
        context.click("facet-status");
        assertThat(facetValues())
                .containsExactlyInAnyOrder("validated   ·   269", "new   ·   133", "failed   ·   44");
        context.run(() -> choose("failed"));
        assertThat(context.text("selected")).isEqualTo("44 rows");
    }

    @Test
    void theDatabaseSorts() {
        context.run(() -> {
            table().getColumns().stream().filter(c -> "company".equals(c.getId())).findFirst()
                    .ifPresent(c -> table().getSortOrder().setAll(List.of(c)));
        });
        assertThat(view.model().query().sort()).isEqualTo(Sort.ascending(IntakeFields.COMPANY));
        assertThat(table().getItems().getFirst().text(IntakeFields.COMPANY)).startsWith("Allegheny");
    }

    @Test
    void shiftExtendsTheSelectionAndControlASelectsAll() {
        context.run(view::focus);
        context.run(() -> table().getSelectionModel().clearAndSelect(2));
        context.robot.push(KeyCode.SHIFT, KeyCode.DOWN);
        context.robot.push(KeyCode.SHIFT, KeyCode.DOWN);
        context.settle();
        assertThat(view.model().selection().count()).isEqualTo(3);
        context.robot.push(KeyCode.SHIFT, KeyCode.UP);
        context.settle();
        assertThat(view.model().selection().count()).isEqualTo(2);
        context.robot.push(KeyCode.CONTROL, KeyCode.A);
        context.settle();
        assertThat(view.model().selection().selection()).isEqualTo(Selection.all(view.model().query()));
    }

    @Test
    void scrollingToTheEndReadsTheLastRows() {
        context.run(() -> table().scrollTo(445));
        context.settle();
        assertThat(table().getItems().get(445)).isNotNull();
    }

    @Test
    void anEmptyResultSaysWhyAndLeadsBack() {
        context.run(() -> view.model().search("no such company"));
        assertThat(context.sees("rows-empty")).isTrue();
        context.click("empty-clear");
        assertThat(context.text("selected")).isEqualTo("446 rows");
    }

    @Test
    void aFailingDatabaseIsToldAndReadAgainOnRetry() {
        TestDatabases.run(database, "ALTER TABLE intake.company_raw_intake RENAME TO hidden");
        context.run(view::refresh);
        context.picture("intake-error");
        assertThat(context.text("error-message")).isNotBlank();
        TestDatabases.run(database, "ALTER TABLE intake.hidden RENAME TO company_raw_intake");
        context.click("rows-retry");
        assertThat(context.sees("rows-error")).isFalse();
        assertThat(table().getItems()).hasSize(446);
    }

    @Test
    void promotingMeansTheBatchOfTheFilter() {
        context.run(() -> view.model().choose(IntakeFields.IMPORT_BATCH_ID, "20251024-WV-BATCH1", true));
        context.click("promote");
        assertThat(context.promotions).containsExactly("20251024-WV-BATCH1");
    }

    private Command command(String id) {
        return view.commands().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void aFacetStaysOpenForSeveralValuesAndFindsThemByTheirNames() {
        context.click("facet-status");
        context.robot.type(KeyCode.V, KeyCode.A, KeyCode.L, KeyCode.I, KeyCode.D);
        context.settle();
        assertThat(facetValues()).containsExactly("validated   ·   269");
        context.press(KeyCode.ENTER);
        context.run(() -> choose("failed"));
        assertThat(context.text("selected")).isEqualTo("313 rows");
        context.picture("facet");
        context.click("facet-status");
        assertThat(facets()).isEmpty();
    }

    @Test
    void severalColumnsAreHiddenAtOnce() {
        context.click("columns");
        context.robot.type(KeyCode.S, KeyCode.T, KeyCode.A, KeyCode.T, KeyCode.E);
        context.settle();
        context.picture("columns");
        context.robot.clickOn("#column-state_abbrev");
        context.robot.clickOn("#column-company_state");
        context.press(KeyCode.ESCAPE);
        assertThat(context.onWindow(() -> table().getVisibleLeafColumns().stream().map(c -> c.getId()).toList()))
                .doesNotContain("state_abbrev").contains("company_state", "company");
    }

    @SuppressWarnings("unchecked")
    private TableView<Row> table() {
        return context.find("INTAKE-table", TableView.class);
    }

    private List<String> facetValues() {
        return context.onWindow(() -> facets().stream().filter(Node::isVisible).map(CheckBox::getText).toList());
    }

    private Set<CheckBox> facets() {
        return context.robot.lookup(".facet-value").queryAllAs(CheckBox.class);
    }

    private void choose(String value) {
        facets().stream().filter(box -> box.getText().startsWith(value)).findFirst().orElseThrow().fire();
    }

    private String count(String condition) {
        return TestDatabases.ask(database, "SELECT count(*) FROM intake.company_raw_intake WHERE " + condition);
    }

    private void key(KeyCode key) {
        context.run(view::focus);
        context.robot.push(key);
        context.settle();
    }
}
