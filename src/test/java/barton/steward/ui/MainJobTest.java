package barton.steward.ui;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.MasterFields;
import barton.steward.catalog.SlotFields;
import barton.steward.catalog.Table;
import barton.steward.model.query.Row;
import barton.steward.support.TestDatabases;
import barton.steward.ui.actions.DemoSession;
import barton.steward.ui.support.Cells;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableRow;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The main job from a file of one's own to the run in the log, with mouse and keyboard; after each step, what the steward sees and
/// what the database says.
class MainJobTest {
    private static final String FILE = """
            Firm Title,# Employees,Industry,Website,Company City,Company State,Company Phone,Founded Year
            Tygart Valley Print,12,Printing,https://tygartprint.example,Elkins,West Virginia,+1 304 555 0101,1974
            Blackwater Outfitters,a few dozen,Retail,https://blackwater.example,Davis,West Virginia,+1 304 555 0102,2013 (1888)
            Seneca Rope Works,7,Sporting goods,,Seneca Rocks,West Virginia,,1961
            Elk River Video,3,Retail,https://elkvideo.example,Elkview,West Virginia,+1 304 555 0104,1990
            """;
    private static final String FAULTY = "Blackwater Outfitters";
    private static final String CLOSED = "Elk River Video";

    @TempDir
    Path folder;
    private final DataSource database = TestDatabases.migrated();
    private TestWindow window;

    @Test
    void aFileOfCompaniesBecomesMasterRowsWithTheirSlotsAndARunInTheLog() throws IOException {
        window = TestWindow.over(DemoSession.over(database), 1440, 900);
        String batch = importTheFile();
        readTheNotesAndCorrect();
        reject();
        validateTheOthers();
        promote(batch);
        lookAtTheNewCompany();
        lookAtTheRun(batch);
        editAndTakeBack();
    }

    private String importTheFile() throws IOException {
        Path file = Files.writeString(folder.resolve("companies.csv"), FILE);
        window.click("offer-import");
        window.robot.clickOn("#import-path").write(file.toString());
        window.press(KeyCode.ENTER);
        assertThat(window.text("import-unused")).isEqualTo("No column of intake, and kept with the records (1): Firm Title");
        window.click("import-column-company");
        window.press(KeyCode.DOWN);
        window.press(KeyCode.ENTER);
        assertThat(window.text("import-unused")).isEqualTo("Every column of the file has its column in intake.");
        String batch = window.find("import-batch", TextField.class).getText();
        window.click("import-start");
        assertThat(List.of(window.text("import-taken"), window.text("import-noted"))).containsExactly("4", "1");
        window.click("import-show");
        assertThat(companies(Table.INTAKE)).containsExactlyInAnyOrder("Tygart Valley Print", FAULTY, "Seneca Rope Works", CLOSED);
        assertThat(ask("SELECT count(*) FROM intake.company_raw_intake WHERE import_batch_id = '" + batch + "' AND NOT validated"))
                .isEqualTo("4");
        return batch;
    }

    private void readTheNotesAndCorrect() {
        clickRow(Table.INTAKE, FAULTY);
        assertThat(window.text("drawer-title")).isEqualTo(FAULTY);
        assertThat(notes()).hasSize(2).anySatisfy(note -> assertThat(note).contains("Employees", "a few dozen", "left empty"))
                .anySatisfy(note -> assertThat(note).contains("Founded", "2013 (1888)", "left empty"));
        type("field-num_employees", "30");
        type("field-founded_year", "2013");
        assertThat(ask("SELECT num_employees || ' ' || founded_year FROM intake.company_raw_intake WHERE company = '" + FAULTY + "'"))
                .isEqualTo("30 2013");
        window.clickTab("history");
        assertThat(labels()).anySatisfy(line -> assertThat(line).contains("Employees", "∅", "30"));
    }

    private void reject() {
        clickRow(Table.INTAKE, CLOSED);
        assertThat(window.text("selected")).isEqualTo("4 rows");
        window.press(KeyCode.R);
        window.robot.write("closed in May");
        window.click("ask-ok");
        assertThat(window.text("drawer-record-status")).isEqualTo("failed");
        assertThat(ask("SELECT validated || ' ' || validation_notes FROM intake.company_raw_intake WHERE company = '" + CLOSED + "'"))
                .isEqualTo("false rejected: closed in May");
    }

    private void validateTheOthers() {
        clickRow(Table.INTAKE, CLOSED);
        window.press(KeyCode.CONTROL, KeyCode.A);
        window.press(KeyCode.SPACE);
        assertThat(window.text("selected")).isEqualTo("3 of 4 selected");
        assertThat(window.text("meant")).isEqualTo("Actions mean them");
        window.press(KeyCode.V);
        assertThat(window.text("confirm-ok")).isEqualTo("Validate 3 rows");
        window.click("confirm-ok");
        assertThat(ask("SELECT string_agg(validated_by || ' ' || (company <> '" + CLOSED + "'), ', ') FROM intake.company_raw_intake "
                + "WHERE validated")).isEqualTo("ann true, ann true, ann true");
    }

    private void promote(String batch) {
        window.press(KeyCode.P);
        assertThat(List.of(window.text("promotion-promotable"), window.text("promotion-promoted"), window.text("promotion-held"),
                window.text("promotion-not-validated"))).containsExactly("3", "0", "0", "1");
        assertThat(window.text("promotion-placeholder")).startsWith("1 of the companies to promote gets a placeholder");
        window.click("promotion-confirm");
        assertThat(window.text("promotion-outcome-head")).isEqualTo("3 companies of " + batch + " promoted");
        assertThat(ask("SELECT string_agg(company_name, ', ' ORDER BY company_name) FROM marketing.company_master"))
                .isEqualTo(FAULTY + ", Seneca Rope Works, Tygart Valley Print");
        window.click("promotion-new-rows");
    }

    private void lookAtTheNewCompany() {
        assertThat(companies(Table.MASTER)).hasSize(3);
        clickRow(Table.MASTER, FAULTY);
        window.clickTab("fields");
        assertThat(window.find("field-employee_count", TextField.class).getText()).isEqualTo("30");
        window.clickTab("lineage");
        window.click("lineage-slots");
        assertThat(rows(Table.SLOTS)).singleElement().satisfies(slot -> {
            assertThat(slot.text(SlotFields.COMPANY_NAME)).isEqualTo(FAULTY);
            assertThat(slot.text(SlotFields.SLOT_TYPE)).isEqualTo("default");
        });
        assertThat(Cells.texts(window, "SLOTS-table", "slot_label", 0)).containsExactly("Primary Slot");
        assertThat(ask("SELECT count(*) || ' ' || count(DISTINCT company_unique_id) || ' ' || min(slot_type) FROM marketing.company_slots"))
                .isEqualTo("3 3 default");
    }

    private void lookAtTheRun(String batch) {
        window.click("nav-LOG");
        assertThat(Cells.texts(window, "LOG-table", "validation_run_id", 0)).containsExactly(batch);
        assertThat(Cells.texts(window, "LOG-table", "success_rate", 0)).containsExactly("3 of 4");
        assertThat(Cells.texts(window, "LOG-table", "executed_by", 0)).containsExactly("ann");
        assertThat(ask("""
                SELECT concat_ws('|', validation_run_id, total_records, passed_records, failed_records, executed_by)
                FROM public.shq_validation_log""")).isEqualTo(batch + "|4|3|1|ann");
    }

    private void editAndTakeBack() {
        window.click("nav-MASTER");
        clickRow(Table.MASTER, FAULTY);
        type("field-company_phone", "+1 304 555 0199");
        assertThat(phone()).isEqualTo("+1 304 555 0199");
        clickRow(Table.MASTER, FAULTY);
        window.press(KeyCode.CONTROL, KeyCode.Z);
        window.click("confirm-ok");
        assertThat(phone()).isEqualTo("+1 304 555 0102");
        assertThat(window.find("field-company_phone", TextField.class).getText()).isEqualTo("+1 304 555 0102");
    }

    private String phone() {
        return ask("SELECT company_phone FROM marketing.company_master WHERE company_name = '" + FAULTY + "'");
    }

    /// Types over what stands in a field, and Enter.
    private void type(String id, String text) {
        window.clickTab("fields");
        window.click(id);
        window.press(KeyCode.CONTROL, KeyCode.A);
        window.robot.write(text);
        window.press(KeyCode.ENTER);
    }

    private List<String> notes() {
        return window.all().stream().filter(n -> n.getStyleClass().contains("note") && TestWindow.seen(n))
                .map(n -> ((Labeled) n).getText()).toList();
    }

    private List<String> labels() {
        return window.all().stream().filter(n -> n.getStyleClass().contains("history-line")).map(n -> ((Labeled) n).getText()).toList();
    }

    private void clickRow(Table table, String company) {
        window.robot.clickOn(window.all().stream().filter(n -> n instanceof TableRow<?> row && row.getItem() instanceof Row item
                && TestWindow.seen(n) && row.getTableView() == window.table(table) && company.equals(company(item)))
                .findFirst().orElseThrow());
        window.settle();
    }

    private List<String> companies(Table table) {
        return rows(table).stream().map(MainJobTest::company).toList();
    }

    private List<Row> rows(Table table) {
        return List.copyOf(window.onWindow(() -> window.table(table).getItems()));
    }

    private static String company(Row row) {
        return row.text(row.table() == Table.INTAKE ? IntakeFields.COMPANY : MasterFields.COMPANY_NAME);
    }

    private String ask(String sql) {
        return TestDatabases.ask(database, sql);
    }
}
