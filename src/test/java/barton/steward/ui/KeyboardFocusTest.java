package barton.steward.ui;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.IntakeStatus;
import barton.steward.catalog.SlotFields;
import barton.steward.catalog.Table;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Query;
import barton.steward.support.SampleSession;
import barton.steward.support.TestDatabases;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Where the keyboard is after what takes it elsewhere: where work goes on.
class KeyboardFocusTest {
    private static final DataSource DATABASE = SampleSession.worked(60);

    private TestWindow window;

    @BeforeEach
    void open() {
        window = TestWindow.over(SampleSession.over(DATABASE), 1440, 900);
    }

    @Test
    void itIsInTheRowsWhenTheWindowOpens() {
        var settings = TestWindow.newSettings();
        settings.put("place", ViewId.INTAKE);
        window = TestWindow.over(SampleSession.over(DATABASE), settings, 1440, 900);
        inTheRows(Table.INTAKE);
        window.press(KeyCode.J);
        window.press(KeyCode.ENTER);
        assertThat(window.text("drawer-record-id")).isEqualTo("#59");
    }

    @Test
    void itIsAtTheFirstOfferWhereTheDatabaseIsEmpty() {
        window = TestWindow.over(SampleSession.over(TestDatabases.migrated()), 1000, 640);
        assertThat(owner()).isEqualTo("offer-sample");
        window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        window.press(KeyCode.CONTROL, KeyCode.DIGIT1);
        assertThat(owner()).isEqualTo("offer-sample");
    }

    @Test
    void itComesBackFromTheSearch() {
        window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        window.press(KeyCode.SLASH);
        window.robot.write("bank");
        window.press(KeyCode.ENTER);
        inTheRows(Table.INTAKE);
        window.press(KeyCode.SLASH);
        window.press(KeyCode.DOWN);
        inTheRows(Table.INTAKE);
        window.press(KeyCode.SLASH);
        window.press(KeyCode.ESCAPE);
        assertThat(window.text("selected")).as("the search is cleared").isEqualTo("60 rows");
        assertThat(owner()).isEqualTo("search");
        window.press(KeyCode.ESCAPE);
        inTheRows(Table.INTAKE);
    }

    @Test
    void itGoesToTheFaultyFieldThroughTheOthersAndBackToTheRow() {
        window.run(() -> window.main().open(Query.all(Table.INTAKE).where(Condition.is(IntakeFields.STATUS, IntakeStatus.FAILED))));
        window.press(KeyCode.E);
        assertThat(owner()).isEqualTo("field-website");
        window.press(KeyCode.TAB);
        assertThat(owner()).isEqualTo("field-company_linkedin_url");
        window.press(KeyCode.SHIFT, KeyCode.TAB);
        assertThat(owner()).isEqualTo("field-website");
        window.press(KeyCode.ESCAPE);
        inTheRows(Table.INTAKE);
        assertThat(window.sees("drawer")).isTrue();
        window.press(KeyCode.ESCAPE);
        assertThat(window.sees("drawer")).isFalse();
        inTheRows(Table.INTAKE);
    }

    @Test
    void itGoesToTheFirstFieldWhereNoneIsFaulty() {
        window.run(() -> window.main().open(Query.all(Table.INTAKE).where(Condition.is(IntakeFields.STATUS, IntakeStatus.NEW))));
        window.press(KeyCode.E);
        assertThat(owner()).isEqualTo("field-company");
    }

    @Test
    void aTextOfSeveralLinesLetsItGo() {
        window.run(() -> window.main().open(Query.all(Table.COMPANY_SIDECARS)));
        window.press(KeyCode.ENTER);
        window.click("edit-enrichment_payload");
        assertThat(owner()).isEqualTo("field-enrichment_payload");
        window.press(KeyCode.TAB);
        assertThat(owner()).isNotEqualTo("field-enrichment_payload");
        window.click("edit-enrichment_payload");
        window.press(KeyCode.ESCAPE);
        inTheRows(Table.COMPANY_SIDECARS);
    }

    @Test
    void enterSavesALongLineAndAddsNone() {
        TestDatabases.run(DATABASE,
                "UPDATE intake.company_raw_intake SET website = 'https://long.example/' || repeat('a', 80) WHERE id = 8");
        window.run(() -> window.main().open(Query.all(Table.INTAKE).where(Condition.is(IntakeFields.ID, 8L))));
        window.press(KeyCode.ENTER);
        TextArea website = window.find("field-website", TextArea.class);
        window.run(website::requestFocus);
        window.press(KeyCode.CONTROL, KeyCode.END);
        window.press(KeyCode.B);
        window.press(KeyCode.ENTER);
        assertThat(TestDatabases.ask(DATABASE, "SELECT website FROM intake.company_raw_intake WHERE id = 8")).endsWith("ab")
                .doesNotContain("\n");
    }

    @Test
    void itIsInTheRowsAfterAFilterIsTakenAway() {
        window.run(() -> window.main().open(Query.all(Table.INTAKE).where(Condition.is(IntakeFields.STATUS, IntakeStatus.NEW))));
        window.click("filter-clear");
        inTheRows(Table.INTAKE);
        window.press(KeyCode.J);
        window.press(KeyCode.ENTER);
        assertThat(window.sees("INTAKE")).isTrue();
    }

    @Test
    void itIsInTheRowsAfterADialog() {
        window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        window.click("validate");
        window.click("confirm-cancel");
        inTheRows(Table.INTAKE);
    }

    @Test
    void itIsInTheRowsAfterASlotIsRemovedByTheButtonOfItsRecord() {
        window.run(() -> window.main().open(Query.all(Table.SLOTS).where(Condition.is(SlotFields.SLOT_TYPE, "division"))));
        window.press(KeyCode.ENTER);
        window.click("record-removeslot");
        window.press(KeyCode.ENTER);
        assertThat(window.text("selected")).isEqualTo("2 rows");
        inTheRows(Table.SLOTS);
    }

    @Test
    void itIsInAViewWithoutRowsToo() {
        window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        window.click("nav-MATCHES");
        window.press(KeyCode.J);
        window.press(KeyCode.ENTER);
        assertThat(window.sees("MATCHES")).isTrue();
        assertThat(window.<Boolean>onWindow(() -> FocusKeeper.within(window.scene().lookup("#MATCHES"), window.scene().getFocusOwner())))
                .isTrue();
    }

    private void inTheRows(Table table) {
        assertThat(owner()).isEqualTo(table + "-table");
    }

    private String owner() {
        return window.onWindow(() -> {
            Node owner = window.scene().getFocusOwner();
            return owner == null ? null : owner.getId();
        });
    }
}
