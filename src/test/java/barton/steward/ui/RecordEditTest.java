package barton.steward.ui;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Table;
import barton.steward.support.SampleSession;
import barton.steward.support.TestDatabases;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Typing into the drawer and going on elsewhere, as a steward does.
class RecordEditTest {
    private DataSource database;
    private TestWindow window;
    private String id;

    @BeforeEach
    void open() {
        database = SampleSession.intake(20);
        window = TestWindow.at(ViewId.INTAKE, SampleSession.over(database), 1440, 900);
        window.click("nav-INTAKE");
        clickRow(2);
        id = window.text("field-id");
        window.run(() -> window.find("field-website", TextField.class).requestFocus());
        window.run(() -> window.find("field-website", TextField.class).setText("https://typed.example"));
    }

    @Test
    void anEditIsSavedWhereAnotherRowIsClicked() {
        clickRow(5);
        assertThat(window.text("field-id")).isNotEqualTo(id);
        assertThat(website()).isEqualTo("https://typed.example");
        assertThat(window.find("field-website", TextField.class).getText()).isNotEqualTo("https://typed.example");
        assertThat(TestDatabases.ask(database, "SELECT count(*) FROM shq.action")).isEqualTo("1");
    }

    @Test
    void anEditIsSavedWhereTheDrawerIsClosed() {
        window.click("drawer-close");
        assertThat(website()).isEqualTo("https://typed.example");
    }

    @Test
    void anEditIsSavedWhereAnotherViewIsOpened() {
        window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        assertThat(window.sees("drawer")).isFalse();
        assertThat(website()).isEqualTo("https://typed.example");
    }

    @Test
    void anEditSurvivesThatItsTableIsReadAnew() {
        TestDatabases.run(database, "UPDATE intake.company_raw_intake SET company_city = 'Elkins' WHERE id = " + id);
        window.press(KeyCode.F5);
        assertThat(window.find("field-website", TextField.class).getText()).isEqualTo("https://typed.example");
        assertThat(window.find("field-company_city", TextField.class).getText()).isEqualTo("Elkins");
        window.press(KeyCode.ENTER);
        assertThat(website()).isEqualTo("https://typed.example");
        assertThat(window.sees("conflict")).isFalse();
    }

    @Test
    void escapeTakesBackWhatWasTyped() {
        window.press(KeyCode.ESCAPE);
        window.click("drawer-close");
        assertThat(TestDatabases.ask(database, "SELECT count(*) FROM shq.action")).isEqualTo("0");
    }

    @Test
    void whatCannotBeSavedIsOfferedAgainAfterTheDrawerWasClosed() {
        window.run(() -> window.find("field-num_employees", TextField.class).requestFocus());
        window.run(() -> window.find("field-num_employees", TextField.class).setText("many"));
        window.click("drawer-close");
        window.robot.clickOn(window.all().stream().filter(n -> n instanceof Button link && "Open it".equals(link.getText()))
                .findFirst().orElseThrow());
        window.settle();
        assertThat(window.text("field-id")).isEqualTo(id);
        TextField kept = window.find("field-num_employees", TextField.class);
        assertThat(kept.getText()).isEqualTo("many");
        assertThat(kept.isFocused()).isTrue();
        assertThat(window.text("problem-num_employees")).contains("many");
        window.press(KeyCode.END);
        window.robot.write("x");
        assertThat(kept.getText()).isEqualTo("manyx");
    }

    @Test
    void messagesCoverNothingAndPushNothing() {
        Bounds drawer = scene(window.find("drawer", Node.class));
        Bounds table = scene(window.find("INTAKE-table", Node.class));
        window.press(KeyCode.ENTER);
        window.picture("window-notice");
        assertThat(scene(window.find("notice-text", Node.class)).getMinY()).isGreaterThan(drawer.getMaxY());
        assertThat(scene(window.find("drawer", Node.class))).isEqualTo(drawer);
        assertThat(scene(window.find("INTAKE-table", Node.class))).isEqualTo(table);
    }

    @Test
    void whatWasSaidBeforeCanStillBeTakenBackFromTheListOfMessages() {
        window.press(KeyCode.ENTER);
        window.press(KeyCode.ESCAPE);
        window.run(() -> window.main().notices().say("Something else."));
        assertThat(window.text("notice-text")).isEqualTo("Something else.");
        window.press(KeyCode.CONTROL, KeyCode.M);
        assertThat(window.robot.lookup(".notices-entry").queryAll()).hasSize(2);
        window.robot.clickOn(window.robot.lookup("#notices-list .notice-action").queryButton());
        window.settle();
        assertThat(window.robot.lookup(".notices-entry").queryAll()).isEmpty();
        assertThat(website()).isNotEqualTo("https://typed.example");
    }

    @Test
    void aBulkActionIsTakenBackFromARecordOnlyAfterItsNumberOfRowsWasConfirmed() {
        window.press(KeyCode.ESCAPE);
        window.click("select-all");
        window.press(KeyCode.V);
        window.click("confirm-ok");
        clickRow(1);
        window.clickTab("history");
        window.robot.clickOn(window.all().stream().filter(n -> n.getId() != null && n.getId().matches("undo-[0-9]+") && n.isVisible())
                .findFirst().orElseThrow());
        window.settle();
        assertThat(window.all()).anySatisfy(n -> assertThat(n instanceof Label label ? label.getText() : "")
                .isEqualTo("Take back an action on 8 rows?"));
        assertThat(validated()).isEqualTo("20");
        window.click("confirm-ok");
        assertThat(validated()).isEqualTo("12");
    }

    private String validated() {
        return TestDatabases.ask(database, "SELECT count(*) FROM intake.company_raw_intake WHERE validated");
    }

    private Bounds scene(Node node) {
        return window.onWindow(() -> node.localToScene(node.getLayoutBounds()));
    }

    private String website() {
        return TestDatabases.ask(database, "SELECT website FROM intake.company_raw_intake WHERE id = " + id);
    }

    private void clickRow(int index) {
        window.robot.clickOn(window.all().stream().filter(n -> n instanceof TableRow<?> row && row.getIndex() == index
                && TestWindow.seen(n) && row.getTableView() == window.table(Table.INTAKE)).findFirst().orElseThrow());
        window.settle();
    }
}
