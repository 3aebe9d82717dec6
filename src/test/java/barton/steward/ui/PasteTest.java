package barton.steward.ui;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Table;
import barton.steward.support.SampleSession;
import barton.steward.support.TestDatabases;
import barton.steward.ui.virtual.RowsTable;
import barton.steward.ui.virtual.ViewColumn;
import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Pasting over cells, undo and redo of it, and records in the palette, with the keyboard.
class PasteTest {
    private static final DataSource DATABASE = SampleSession.intake(446);

    private TestWindow window;

    @BeforeEach
    void open() {
        TestDatabases.run(DATABASE, """
                UPDATE intake.company_raw_intake SET company = 'First', num_employees = 1, website = 'https://first.example' WHERE id = 446;
                UPDATE intake.company_raw_intake SET company = 'Second', num_employees = 2 WHERE id = 445;
                UPDATE intake.company_raw_intake SET company = 'Third', num_employees = 3 WHERE id = 444""");
        window = TestWindow.at(ViewId.INTAKE, SampleSession.over(DATABASE), 1600, 900);
        window.click("nav-INTAKE");
        window.focus(Table.INTAKE, 0);
    }

    @Test
    void cellsArePastedOverAsManyInOneActionThatIsUndoneAndDoneAgain() {
        goTo("num_employees");
        paste("10\n20\nmany\n");
        assertThat(window.text("confirm-text")).contains("2 cells change in 2 rows.",
                "1 cell is left as it is, because the new value does not fit:\nThird: Employees: ");
        window.click("confirm-ok");
        assertThat(employees()).containsExactly("10", "20", "3");
        assertThat(window.text("notice-text")).isEqualTo("2 cells were pasted over in 2 rows.");

        window.press(KeyCode.CONTROL, KeyCode.Z);
        window.click("confirm-ok");
        assertThat(employees()).containsExactly("1", "2", "3");
        window.press(KeyCode.CONTROL, KeyCode.Y);
        assertThat(window.text("confirm-text")).contains("Pasted Employees");
        window.click("confirm-ok");
        assertThat(employees()).containsExactly("10", "20", "3");
        window.press(KeyCode.CONTROL, KeyCode.Y);
        assertThat(window.text("notice-text")).startsWith("There is nothing to do again");
    }

    @Test
    void linesUnderHeadersGoOverTheColumnsOfTheirNames() {
        paste("Status\tEmployees\tCompany\nnew\t1\tRenamed, Inc.\nnew\t\tSecond");
        assertThat(window.text("confirm-text")).contains("2 cells change in 2 rows.", "1 cell becomes empty.",
                "2 cells have that value already.", "Not edited, and left alone: Status.");
        window.click("confirm-ok");
        assertThat(TestDatabases.list(DATABASE, "SELECT company FROM intake.company_raw_intake WHERE id >= 445 ORDER BY id DESC"))
                .containsExactly("Renamed, Inc.", "Second");
        assertThat(employees()).containsExactly("1", null, "3");
    }

    @Test
    void whatWasCopiedChangesNothingWhereItIsPastedBack() {
        window.press(KeyCode.SHIFT, KeyCode.DOWN);
        window.press(KeyCode.CONTROL, KeyCode.C);
        window.focus(Table.INTAKE, 0);
        window.press(KeyCode.CONTROL, KeyCode.V);
        assertThat(window.sees("confirm-text")).isFalse();
        assertThat(window.text("notice-text")).startsWith("No cell changes");
    }

    @Test
    void recordsAreFoundInThePalette() {
        window.press(KeyCode.CONTROL, KeyCode.K);
        window.run(() -> window.find("palette-text", TextField.class).setText("first.example"));
        window.press(KeyCode.ENTER);
        assertThat(window.text("drawer-title")).isEqualTo("First");
    }

    private void paste(String text) {
        window.run(() -> {
            var content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
            window.table(Table.INTAKE).requestFocus();
        });
        window.press(KeyCode.CONTROL, KeyCode.V);
    }

    private void goTo(String column) {
        window.run(() -> {
            var table = (RowsTable) window.table(Table.INTAKE);
            table.cursor().go((ViewColumn) table.getColumns().stream().filter(c -> column.equals(c.getId())).findFirst().orElseThrow()
                    .getUserData());
        });
    }

    private static List<String> employees() {
        return TestDatabases.list(DATABASE, "SELECT num_employees FROM intake.company_raw_intake WHERE id >= 444 ORDER BY id DESC");
    }
}
