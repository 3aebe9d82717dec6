package barton.steward.ui;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Table;
import barton.steward.support.SampleSession;
import barton.steward.support.TestDatabases;
import java.util.List;
import javafx.scene.control.TableColumn;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CopyTest {
    private static final DataSource DATABASE = SampleSession.intake(446);

    private TestWindow window;

    @BeforeEach
    void open() {
        TestDatabases.run(DATABASE, """
                UPDATE intake.company_raw_intake SET company = E'Tab\\there "x"\\nand below', num_employees = NULL WHERE id = 446;
                UPDATE intake.company_raw_intake SET company = 'Plain', num_employees = 1200 WHERE id = 445;
                UPDATE intake.company_raw_intake SET company = '=1+1', num_employees = 7 WHERE id = 444""");
        window = TestWindow.at(ViewId.INTAKE, SampleSession.over(DATABASE), 1440, 900);
        window.click("nav-INTAKE");
        window.run(() -> {
            for (TableColumn<?, ?> column : window.table(Table.INTAKE).getColumns()) {
                column.setVisible(List.of("company", "num_employees").contains(column.getId()));
            }
        });
    }

    @Test
    void theRowsThatAreTickedAreCopiedWithTheirHeadersInTheOrderOfTheScreen() {
        window.focus(Table.INTAKE, 0);
        window.press(KeyCode.SHIFT, KeyCode.DOWN);
        window.press(KeyCode.SHIFT, KeyCode.DOWN);
        assertThat(copied()).isEqualTo("""
                Company\tEmployees
                "Tab\there ""x""
                and below"\t
                Plain\t1200
                =1+1\t7""");
        assertThat(window.text("notice-text")).isEqualTo("3 rows copied, with the headers of 2 columns.");
    }

    @Test
    void allRowsOfAFilterAreCopiedThoughMostWereNeverRead() {
        window.focus(Table.INTAKE, 0);
        window.press(KeyCode.CONTROL, KeyCode.A);
        assertThat(copied().lines()).hasSize(448).startsWith("Company\tEmployees");
    }

    @Test
    void theRowWithTheKeyboardIsCopiedWhereNoneIsTicked() {
        window.focus(Table.INTAKE, 1);
        window.run(() -> window.table(Table.INTAKE).requestFocus());
        assertThat(copied()).isEqualTo("Company\tEmployees\nPlain\t1200");
    }

    private String copied() {
        window.press(KeyCode.CONTROL, KeyCode.C);
        return window.onWindow(() -> Clipboard.getSystemClipboard().getString());
    }
}
