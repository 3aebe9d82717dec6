package barton.steward.ui;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.IntakeStatus;
import barton.steward.catalog.PeopleFields;
import barton.steward.catalog.SlotFields;
import barton.steward.catalog.Table;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Query;
import barton.steward.model.query.Row;
import barton.steward.model.query.Sort;
import barton.steward.service.question.FigureQueries;
import barton.steward.support.SampleSession;
import barton.steward.support.TestDatabases;
import barton.steward.ui.support.Titles;
import barton.steward.ui.virtual.RowsViewModel;
import java.util.List;
import javafx.scene.control.TableRow;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BackgroundFill;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whom keys mean: the rows that are ticked, else the one current record, which has the keyboard and is shown.
class CurrentRecordTest {
    private DataSource database;
    private TestWindow window;

    @Test
    void movingTicksNothingAndDecisionsMeanTheRecordShown() {
        openIntake(40);
        failed();
        window.press(KeyCode.J);
        window.press(KeyCode.ENTER);
        window.press(KeyCode.J);
        Row current = agreed(Table.INTAKE);
        assertThat(current).isEqualTo(row(Table.INTAKE, 2));
        assertThat(window.text("selected")).isEqualTo("4 rows");
        window.press(KeyCode.V);
        assertThat(window.text("confirm-title")).isEqualTo("Validate 1 company: " + current.text(IntakeFields.COMPANY));
        assertThat(window.text("confirm-text")).contains("This overrides what rules found wrong with 1 record.");
        window.press(KeyCode.ENTER);
        assertThat(validatedIds()).containsExactly(current.key().toString());
    }

    @Test
    void tickedRowsAreMeantWhereverTheKeyboardIsAndTheDialogNamesThem() {
        openIntake(40);
        failed();
        Row ticked = row(Table.INTAKE, 0);
        Row current = tickOneAndOpenTheNext(Table.INTAKE);
        assertThat(window.text("selected")).isEqualTo("1 of 4 selected");
        assertThat(window.text("meant")).isEqualTo("Actions mean it");
        window.press(KeyCode.V);
        assertThat(window.text("confirm-title")).isEqualTo("Validate 1 company: " + ticked.text(IntakeFields.COMPANY));
        assertThat(window.text("confirm-text")).endsWith("; " + current.text(IntakeFields.COMPANY) + ", which has the keyboard, is not.");
        window.press(KeyCode.ENTER);
        assertThat(validatedIds()).containsExactly(ticked.key().toString());
        assertThat(window.sees("meant")).isFalse();
        assertThat(agreed(Table.INTAKE).key()).isEqualTo(current.key());
    }

    @Test
    void severalTickedRowsAreNamedAndWhatIsOverriddenIsCounted() {
        openIntake(20);
        window.click("nav-INTAKE");
        window.press(KeyCode.CONTROL, KeyCode.A);
        window.press(KeyCode.V);
        assertThat(window.text("confirm-title")).startsWith("Validate 8 companies: ").endsWith(", …");
        assertThat(window.text("confirm-text")).contains("This overrides what rules found wrong with 2 records.");
        window.press(KeyCode.ESCAPE);
        window.press(KeyCode.ESCAPE);
        assertThat(window.text("selected")).as("Escape lets go of them").isEqualTo("20 rows");
    }

    @Test
    void oneRejectionByHandIsSaidToBeOverridden() {
        openIntake(20);
        TestDatabases.run(database, "UPDATE intake.company_raw_intake SET validation_notes = 'rejected: closed' WHERE id = 8");
        window.run(() -> window.main().open(Query.all(Table.INTAKE).where(Condition.is(IntakeFields.ID, 8L))));
        window.press(KeyCode.V);
        assertThat(window.text("confirm-text")).contains("This overrides 1 rejection by hand.").doesNotContain("rules");
    }

    @Test
    void whereTheDecidedRecordLeavesTheRowsTheNextOneComesAndNoneIsSkipped() {
        openIntake(30);
        window.run(() -> window.main().open(Query.all(Table.INTAKE).where(Condition.is(IntakeFields.STATUS, IntakeStatus.NEW))));
        List<Object> all = window.onWindow(() -> window.table(Table.INTAKE).getItems().stream().map(Row::key).toList());
        window.press(KeyCode.ENTER);
        window.press(KeyCode.V);
        window.press(KeyCode.ENTER);
        assertThat(agreed(Table.INTAKE).key()).isEqualTo(all.get(1));
        window.press(KeyCode.V);
        window.press(KeyCode.ENTER);
        assertThat(agreed(Table.INTAKE).key()).isEqualTo(all.get(2));
        window.press(KeyCode.J);
        assertThat(agreed(Table.INTAKE).key()).as("it has come already").isEqualTo(all.get(2));
        window.press(KeyCode.J);
        assertThat(agreed(Table.INTAKE).key()).isEqualTo(all.get(3));
        window.press(KeyCode.K);
        assertThat(agreed(Table.INTAKE).key()).isEqualTo(all.get(2));
        assertThat(validatedIds()).contains(all.get(0).toString(), all.get(1).toString()).doesNotContain(all.get(2).toString());
    }

    @Test
    void whileItIsShownARecordStaysCurrentWhereAnEditTakesItFromTheRows() {
        openIntake(40);
        window.run(() -> window.main().open(Query.all(Table.INTAKE).where(Condition.empty(IntakeFields.WEBSITE))));
        Row edited = row(Table.INTAKE, 0);
        window.press(KeyCode.E);
        assertThat(window.onWindow(() -> window.scene().getFocusOwner().getId())).as("the faulty field").isEqualTo("field-website");
        window.robot.write("https://found.example");
        window.press(KeyCode.ENTER);
        window.press(KeyCode.ESCAPE);
        assertThat(window.text("selected")).isEqualTo("3 rows");
        assertThat(window.text("drawer-title")).isEqualTo(edited.text(IntakeFields.COMPANY));
        assertThat(window.text("meant")).isEqualTo("Actions mean " + edited.text(IntakeFields.COMPANY) + ", which is none of these rows");
        window.press(KeyCode.V);
        window.press(KeyCode.ENTER);
        assertThat(validatedIds()).contains(edited.key().toString());
        assertThat(agreed(Table.INTAKE)).isEqualTo(row(Table.INTAKE, 0));
    }

    @Test
    void aRecordThatIsNoneOfTheRowsIsCurrentUntilTheStewardGoesOn() {
        openIntake(40);
        failed();
        Row first = row(Table.INTAKE, 0);
        window.run(() -> window.main().openRecord(Table.INTAKE, 1L));
        assertThat(window.text("drawer-record-id")).isEqualTo("#1");
        assertThat(focused(Table.INTAKE)).isNull();
        window.press(KeyCode.R);
        assertThat(window.text("ask-title")).isEqualTo("Reject " + window.text("drawer-title"));
        window.press(KeyCode.ESCAPE);
        window.press(KeyCode.J);
        assertThat(agreed(Table.INTAKE)).isEqualTo(first);
    }

    @Test
    void afterASortAFilterAndARefreshTheRowTheDrawerAndTheKeysStillAgree() {
        openIntake(60);
        window.click("nav-INTAKE");
        window.press(KeyCode.J);
        window.press(KeyCode.ENTER);
        Object key = agreed(Table.INTAKE).key();
        window.run(() -> model(Table.INTAKE).sort(Sort.ascending(IntakeFields.COMPANY)));
        assertThat(agreed(Table.INTAKE).key()).isEqualTo(key);
        window.press(KeyCode.F5);
        assertThat(agreed(Table.INTAKE).key()).isEqualTo(key);
        window.run(() -> model(Table.INTAKE).choose(IntakeFields.STATUS, IntakeStatus.FAILED.word(), true));
        assertThat(agreed(Table.INTAKE)).isEqualTo(row(Table.INTAKE, 0));
    }

    @Test
    void afterANewSlotItsUndoAndARemovalTheyStillAgree() {
        openIntake(40);
        TestDatabases.run(database, "SELECT shq.promote_company_records('20251024-WV-BATCH1', 'ann')");
        window.run(() -> window.main().open(Query.all(Table.MASTER)));
        window.press(KeyCode.ENTER);
        window.press(KeyCode.J);
        Row company = agreed(Table.MASTER);
        window.press(KeyCode.N);
        window.run(() -> window.find("slot-label", TextInputControl.class).setText("Branch"));
        window.click("slot-ok");
        assertThat(agreed(Table.MASTER).key()).isEqualTo(company.key());
        window.press(KeyCode.CONTROL, KeyCode.Z);
        window.press(KeyCode.ENTER);
        assertThat(agreed(Table.MASTER).key()).isEqualTo(company.key());
        TestDatabases.run(database, "DELETE FROM marketing.company_slots WHERE company_unique_id = '" + company.key() + "';"
                + " DELETE FROM marketing.company_master WHERE company_unique_id = '" + company.key() + "'");
        window.press(KeyCode.F5);
        assertThat(agreed(Table.MASTER).key()).as("the next one").isNotEqualTo(company.key());
    }

    @Test
    void whatIsTickedWhileADialogIsOpenIsNotMeantAndStaysTicked() {
        openIntake(40);
        failed();
        Row current = row(Table.INTAKE, 0);
        window.press(KeyCode.V);
        window.run(() -> window.table(Table.INTAKE).getSelectionModel().selectAll());
        window.press(KeyCode.ENTER);
        assertThat(validatedIds()).containsExactly(current.key().toString());
        assertThat(window.table(Table.INTAKE).getSelectionModel().isEmpty()).isFalse();
    }

    @Test
    void aRecordThatWasChangedSinceItWasShownIsNotDecidedAbout() {
        openIntake(40);
        failed();
        Row open = row(Table.INTAKE, 0);
        window.press(KeyCode.V);
        TestDatabases.run(database, "UPDATE intake.company_raw_intake SET website = 'https://new.example' WHERE id = " + open.key());
        window.press(KeyCode.ENTER);
        assertThat(window.main().dialogs().isOpen()).isFalse();
        assertThat(validatedIds()).isEmpty();
    }

    @Test
    void verifyingMeansTheCurrentPerson() {
        openWorked();
        window.run(() -> window.main().open(FigureQueries.emailsVerified(false)));
        window.press(KeyCode.J);
        Row current = row(Table.PEOPLE, 1);
        window.press(KeyCode.V);
        assertThat(window.text("confirm-title")).endsWith(": " + current.text(PeopleFields.FULL_NAME));
        window.press(KeyCode.ENTER);
        assertThat(TestDatabases.ask(database, "SELECT email_verified::text FROM marketing.people_master WHERE unique_id = '"
                + current.key() + "'")).isEqualTo("true");
    }

    @Test
    void aRemovedSlotGivesWayToTheNextOne() {
        openWorked();
        window.run(() -> window.main().open(Query.all(Table.SLOTS).where(Condition.is(SlotFields.SLOT_TYPE, "division"))));
        window.press(KeyCode.ENTER);
        Row removed = row(Table.SLOTS, 0);
        Row next = row(Table.SLOTS, 1);
        window.press(KeyCode.DELETE);
        assertThat(window.text("confirm-title")).endsWith(": " + removed.text(SlotFields.SLOT_LABEL));
        window.press(KeyCode.ENTER);
        assertThat(TestDatabases.ask(database, "SELECT count(*) FROM marketing.company_slots WHERE company_slot_unique_id = '"
                + removed.key() + "'")).isEqualTo("0");
        assertThat(agreed(Table.SLOTS)).isEqualTo(next);
    }

    @ParameterizedTest
    @EnumSource(value = Table.class, names = {"COMPANY_SIDECARS", "PEOPLE_SIDECARS"})
    void editingMeansTheCurrentSidecar(Table sidecars) {
        openWorked();
        window.click("nav-" + sidecars);
        tickOneAndOpenTheNext(sidecars);
        window.press(KeyCode.E);
        assertThat(window.text("sidecar-of")).isEqualTo(window.text("drawer-title"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theCurrentRowIsPlainlyMarkedInBothThemes(boolean ticked) {
        openIntake(20);
        window.click("nav-INTAKE");
        if (ticked) {
            window.press(KeyCode.SPACE);
        }
        for (String look : List.of("theme-dark", "theme-light")) {
            window.run(() -> window.main().commands().stream().filter(c -> c.id().equals(look)).findFirst().orElseThrow().run());
            List<BackgroundFill> current = fills(0);
            assertThat(current).anySatisfy(fill -> assertThat(fill.getInsets().getLeft()).as("beside the bar").isEqualTo(4));
            assertThat(current).isNotEqualTo(fills(1)).isNotEqualTo(fills(2));
        }
    }

    private List<BackgroundFill> fills(int index) {
        return window.onWindow(() -> window.table(Table.INTAKE).lookupAll(".table-row-cell").stream().map(TableRow.class::cast)
                .filter(r -> r.getIndex() == index).findFirst().orElseThrow().getBackground().getFills());
    }

    /// The keys of a steward who ticks a row, opens it, and goes on to the next one; returns that.
    private Row tickOneAndOpenTheNext(Table table) {
        window.press(KeyCode.SPACE);
        window.press(KeyCode.ENTER);
        window.press(KeyCode.J);
        return agreed(table);
    }

    /// The current record, where the row with the keyboard, the drawer and whom actions mean are one.
    private Row agreed(Table table) {
        Row focused = focused(table);
        Row current = window.onWindow(() -> model(table).current().row());
        assertThat(focused).as("the row with the keyboard").isEqualTo(current);
        assertThat(window.text("drawer-title")).isEqualTo(window.onWindow(() -> Titles.of(current)));
        assertThat(window.<Boolean>onWindow(() -> window.table(table).isFocused())).as("the keyboard is in the table").isTrue();
        return current;
    }

    private Row focused(Table table) {
        return window.onWindow(() -> window.table(table).getFocusModel().getFocusedItem());
    }

    private RowsViewModel model(Table table) {
        return window.main().model(table);
    }

    /// The companies of the sample in which rules found fault, the latest first.
    private void failed() {
        window.run(() -> window.main().open(Query.all(Table.INTAKE).where(Condition.is(IntakeFields.STATUS, IntakeStatus.FAILED))));
    }

    /// Those who were validated by hand in this test.
    private List<String> validatedIds() {
        return TestDatabases.list(database, "SELECT k.key FROM shq.action a JOIN shq.change c USING (action_id)"
                + " CROSS JOIN LATERAL unnest(c.keys) AS k (key) WHERE a.kind = 'mark' ORDER BY a.action_id");
    }

    private Row row(Table table, int index) {
        return window.onWindow(() -> window.table(table).getItems().get(index));
    }

    private void openIntake(int companies) {
        database = SampleSession.intake(companies);
        window = TestWindow.over(SampleSession.over(database), 1440, 900);
    }

    private void openWorked() {
        database = SampleSession.worked(60);
        window = TestWindow.over(SampleSession.over(database), 1440, 900);
    }
}
