package barton.steward.ui;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.PeopleFields;
import barton.steward.catalog.Table;
import barton.steward.model.query.Row;
import barton.steward.support.TestDatabases;
import barton.steward.ui.actions.DemoSession;
import barton.steward.ui.support.Cells;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The road of people through the window: a file becomes people of master, each in a slot of a company.
class PeopleJobTest {
    private static final String FILE = """
            First Name,Last Name,Title,Seniority,Company,Email,Work Direct Phone,Nickname
            Ann,Lee,CEO,C-Level,Tygart Print,ann@tygart.example,(304) 555-0101,A
            Bob,Ray,CTO,C-Level,Tygart Printt,bob@tygart.example,call me,B
            """;

    @TempDir
    Path folder;
    private final DataSource database = TestDatabases.migrated();
    private TestWindow window;

    @Test
    void aFileOfPeopleBecomesPeopleOfMasterOncePlacesAreFoundForThem() throws IOException {
        TestDatabases.run(database, "INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system)"
                + " VALUES ('04.04.01.00.00000.001', 'Tygart Print', 'x', 'crm')");
        window = TestWindow.over(DemoSession.over(database), 1440, 900);
        importTheFile();
        judgeByRules();
        lookAtTheNotes();
        correctTheCompany();
        promote();
        lookAtThePeople();
    }

    private void importTheFile() throws IOException {
        Path file = Files.writeString(folder.resolve("people.csv"), FILE);
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.DIGIT2);
        window.press(KeyCode.CONTROL, KeyCode.I);
        window.robot.clickOn("#import-path").write(file.toString());
        window.press(KeyCode.ENTER);
        assertThat(window.text("import-unused")).isEqualTo("No column of intake, and kept with the records (1): Nickname");
        window.run(() -> window.find("import-batch", TextField.class).setText("P"));
        window.click("import-start");
        assertThat(List.of(window.text("import-taken"), window.text("import-noted"))).containsExactly("2", "1");
        window.click("import-show");
        assertThat(intake("first_name")).containsExactly("Bob", "Ann");
    }

    private void judgeByRules() {
        window.focus(Table.PEOPLE_INTAKE, 0);
        window.press(KeyCode.SHIFT, KeyCode.V);
        window.click("runrules-ok");
        assertThat(intake("status")).containsExactly("failed", "validated");
    }

    private void lookAtTheNotes() {
        window.focus(Table.PEOPLE_INTAKE, 0);
        window.press(KeyCode.ENTER);
        assertThat(window.text("drawer-title")).isEqualTo("Bob Ray");
        assertThat(ask("SELECT validation_notes FROM intake.people_raw_intake WHERE first_name = 'Bob'").lines().toList()).contains(
                "company_name: is not exactly one company of master, by its ID or its exact name",
                "warning: work_phone: is no possible number, so that master gets none");
        window.picture("people-intake");
    }

    private void correctTheCompany() {
        window.clickTab("fields");
        window.click("field-company_name");
        window.press(KeyCode.CONTROL, KeyCode.A);
        window.robot.write("Tygart Print 2");
        window.press(KeyCode.ENTER);
        window.focus(Table.PEOPLE_INTAKE, 0);
        window.press(KeyCode.V);
        window.click("confirm-ok");
        assertThat(ask("SELECT count(*) FROM intake.people_raw_intake WHERE validated")).isEqualTo("2");
    }

    private void promote() {
        window.press(KeyCode.P);
        assertThat(List.of(window.text("promotion-promotable"), window.text("promotion-promoted"), window.text("promotion-unplaced"),
                window.text("promotion-not-validated"))).containsExactly("1", "0", "1", "0");
        assertThat(window.text("promotion-reason-2"))
                .isEqualTo("Row 2 Company: no company of master is called exactly “Tygart Print 2”.");
        assertThat(window.text("promotion-confirm")).isEqualTo("Promote 1 person");
        window.picture("people-promotion");
        window.click("promotion-confirm");
        assertThat(window.text("promotion-outcome-head")).isEqualTo("1 person of P promoted");
        window.click("promotion-new-rows");
    }

    private void lookAtThePeople() {
        List<Row> people = List.copyOf(window.onWindow(() -> window.table(Table.PEOPLE).getItems()));
        assertThat(people).singleElement().satisfies(ann -> {
            assertThat(ann.text(PeopleFields.FULL_NAME)).isEqualTo("Ann Lee");
            assertThat(ann.text(PeopleFields.COMPANY_NAME)).isEqualTo("Tygart Print");
            assertThat(ann.text(PeopleFields.WORK_PHONE_E164)).isEqualTo("+13045550101");
            assertThat(ann.get(PeopleFields.EMAIL_VERIFIED)).isEqualTo(false);
        });
        window.focus(Table.PEOPLE, 0);
        window.press(KeyCode.ENTER);
        window.clickTab("lineage");
        window.click("lineage-intake");
        assertThat(intake("status")).containsExactly("validated", "promoted");
        window.click("nav-LOG");
        window.focus(Table.LOG, 0);
        window.press(KeyCode.O);
        assertThat(List.copyOf(window.onWindow(() -> window.table(Table.PEOPLE).getItems()))).hasSize(1);
    }

    private List<String> intake(String column) {
        return IntStream.range(0, 2).boxed().flatMap(row -> Cells.texts(window, "PEOPLE_INTAKE-table", column, row).stream()).toList();
    }

    private String ask(String sql) {
        return TestDatabases.ask(database, sql);
    }
}
