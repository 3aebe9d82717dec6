package barton.steward.ui;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.Notification;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.PeopleFields;
import barton.steward.catalog.SlotFields;
import barton.steward.catalog.Table;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Query;
import barton.steward.model.query.Row;
import barton.steward.service.question.FigureQueries;
import barton.steward.support.SampleSession;
import barton.steward.support.TestDatabases;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whom keys mean while one record is open beside the table and others are ticked.
class CurrentRecordTest {
    private DataSource database;
    private TestWindow window;

    @Test
    void validatingMeansTheOpenRecordAndNotTheTickedOne() {
        openIntake(20);
        window.run(() -> window.main().open(FigureQueries.failed("20251024-WV-BATCH1")));
        Row ticked = row(Table.INTAKE, 0);
        Row open = tickOneAndOpenTheNext(Table.INTAKE);
        assertThat(window.text("meant")).isEqualTo("Actions mean the open record, " + open.text(IntakeFields.COMPANY));
        window.press(KeyCode.V);
        assertThat(window.text("confirm-title")).isEqualTo("Validate 1 company: " + open.text(IntakeFields.COMPANY));
        assertThat(window.text("confirm-text")).contains("This overrides what rules found wrong with 1 record.")
                .endsWith("Meant: " + open.text(IntakeFields.COMPANY) + ", which is open beside the table; the selected row is not.");
        window.press(KeyCode.ENTER);
        assertThat(validated(open)).isEqualTo("true");
        assertThat(validated(ticked)).isEqualTo("false");
    }

    @Test
    void rejectingMeansTheOpenRecordAndSaysSoWhileTheNoteIsAskedFor() {
        openIntake(20);
        window.click("nav-INTAKE");
        Row ticked = row(Table.INTAKE, 0);
        Row open = tickOneAndOpenTheNext(Table.INTAKE);
        window.press(KeyCode.R);
        assertThat(window.text("ask-title")).isEqualTo("Reject " + open.text(IntakeFields.COMPANY));
        window.run(() -> window.find("ask-text", TextInputControl.class).setText("closed"));
        window.press(KeyCode.ENTER);
        assertThat(notes(open)).contains("rejected: closed");
        assertThat(notes(ticked)).doesNotContain("rejected: closed");
    }

    @Test
    void tickedRowsAreMeantWhereTheOpenRecordIsAmongThem() {
        openIntake(20);
        window.click("nav-INTAKE");
        tickOneAndOpenTheNext(Table.INTAKE);
        window.press(KeyCode.SPACE);
        assertThat(window.sees("meant")).isFalse();
        window.press(KeyCode.R);
        assertThat(window.text("ask-title")).isEqualTo("Reject 2 companies");
        window.run(() -> window.find("ask-text", TextInputControl.class).setText("closed"));
        window.press(KeyCode.ENTER);
        assertThat(window.text("confirm-title")).startsWith("Reject 2 companies: ");
        assertThat(window.text("confirm-text")).endsWith("Meant: the 2 rows that you picked, the open record among them.");
    }

    @Test
    void whatIsSelectedOrOpenedWhileADialogIsOpenIsNotMeant() {
        openIntake(20);
        window.run(() -> window.main().open(FigureQueries.failed("20251024-WV-BATCH1")));
        Row open = tickOneAndOpenTheNext(Table.INTAKE);
        Row other = row(Table.INTAKE, 0);
        window.press(KeyCode.V);
        window.run(() -> window.main().openRecord(other));
        window.run(() -> window.table(Table.INTAKE).getSelectionModel().selectAll());
        window.press(KeyCode.ENTER);
        assertThat(validated(open)).isEqualTo("true");
        assertThat(validated(other)).isEqualTo("false");
        assertThat(window.table(Table.INTAKE).getSelectionModel().isEmpty()).as("what was ticked meanwhile stays ticked").isFalse();
    }

    @Test
    void aRecordThatWasChangedSinceItWasShownIsNotDecidedAbout() {
        openIntake(20);
        window.run(() -> window.main().open(FigureQueries.failed("20251024-WV-BATCH1")));
        Row open = tickOneAndOpenTheNext(Table.INTAKE);
        window.press(KeyCode.V);
        TestDatabases.run(database, "UPDATE intake.company_raw_intake SET website = 'https://new.example' WHERE id = " + open.key());
        window.press(KeyCode.ENTER);
        assertThat(window.main().dialogs().isOpen()).isFalse();
        assertThat(window.all()).filteredOn(Notification.class::isInstance).extracting(n -> ((Notification) n).getMessage())
                .containsExactly(open.text(IntakeFields.COMPANY)
                        + " was changed after it was shown here, so nothing was done. Look at it as it is now.");
        assertThat(validated(open)).isEqualTo("false");
    }

    @Test
    void verifyingMeansTheOpenPersonAndNotTheTickedOne() {
        openWorked();
        window.run(() -> window.main().open(FigureQueries.emailsVerified(false)));
        Row ticked = row(Table.PEOPLE, 0);
        Row open = tickOneAndOpenTheNext(Table.PEOPLE);
        window.press(KeyCode.V);
        assertThat(window.text("confirm-title")).endsWith(": " + open.text(PeopleFields.FULL_NAME));
        window.press(KeyCode.ENTER);
        assertThat(verified(open)).isEqualTo("true");
        assertThat(verified(ticked)).isEqualTo("false");
    }

    @Test
    void removingMeansTheOpenSlotAndNotTheTickedOne() {
        openWorked();
        window.run(() -> window.main().open(Query.all(Table.SLOTS).where(Condition.is(SlotFields.SLOT_TYPE, "division"))));
        Row open = tickOneAndOpenTheNext(Table.SLOTS);
        window.press(KeyCode.DELETE);
        assertThat(window.text("confirm-title")).endsWith(": " + open.text(SlotFields.SLOT_LABEL));
        window.press(KeyCode.ENTER);
        assertThat(TestDatabases.ask(database, "SELECT count(*) FROM marketing.company_slots WHERE company_slot_unique_id = '" + open.key()
                + "'")).isEqualTo("0");
    }

    @ParameterizedTest
    @EnumSource(value = Table.class, names = {"COMPANY_SIDECARS", "PEOPLE_SIDECARS"})
    void editingMeansTheOpenSidecar(Table sidecars) {
        openWorked();
        window.click("nav-" + sidecars);
        tickOneAndOpenTheNext(sidecars);
        window.press(KeyCode.E);
        assertThat(window.text("sidecar-of"))
                .isEqualTo(window.text("drawer-title"));
    }

    /// The keys of a steward who ticks a row, opens it, and goes on to the next one; returns that.
    private Row tickOneAndOpenTheNext(Table table) {
        window.focus(table, 0);
        window.press(KeyCode.SPACE);
        window.press(KeyCode.ENTER);
        window.press(KeyCode.J);
        return row(table, 1);
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

    private String validated(Row row) {
        return TestDatabases.ask(database, "SELECT (validated IS TRUE)::text FROM intake.company_raw_intake WHERE id = " + row.key());
    }

    private String notes(Row row) {
        return TestDatabases.ask(database,
                "SELECT coalesce(validation_notes, '') FROM intake.company_raw_intake WHERE id = " + row.key());
    }

    private String verified(Row row) {
        return TestDatabases.ask(database,
                "SELECT email_verified::text FROM marketing.people_master WHERE unique_id = '" + row.key() + "'");
    }
}
