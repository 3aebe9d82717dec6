package barton.steward.ui;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Table;
import barton.steward.support.SampleSession;
import barton.steward.support.TestDatabases;
import barton.steward.ui.virtual.RowCell;
import barton.steward.ui.virtual.RowsTable;
import barton.steward.ui.virtual.ViewColumn;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CellEditingTest {
    private static final DataSource DATABASE = SampleSession.intake(446);

    private TestWindow window;

    @BeforeEach
    void open() {
        TestDatabases.run(DATABASE, """
                UPDATE intake.company_raw_intake SET company = 'First', num_employees = 1, validated = false WHERE id = 446;
                UPDATE intake.company_raw_intake SET company = 'Second', num_employees = 2, validated = false WHERE id = 445""");
        window = TestWindow.at(ViewId.INTAKE, SampleSession.over(DATABASE), 1600, 900);
        window.click("nav-INTAKE");
        window.focus(Table.INTAKE, 0);
    }

    @Test
    void enterSavesAndGoesDownAndEscapeDrops() {
        window.press(KeyCode.F2);
        assertThat(editor()).isEqualTo("First");
        type("Renamed");
        window.press(KeyCode.ENTER);
        assertThat(value("company", 446)).isEqualTo("Renamed");
        assertThat(window.sees("cell-editor")).isFalse();
        assertThat(window.table(Table.INTAKE).getFocusModel().getFocusedIndex()).isEqualTo(1);
        assertThat(window.table(Table.INTAKE).isFocused()).isTrue();

        window.press(KeyCode.F2);
        type("Dropped");
        window.press(KeyCode.ESCAPE);
        assertThat(value("company", 445)).isEqualTo("Second");
        assertThat(window.table(Table.INTAKE).isFocused()).isTrue();
        window.run(() -> window.main().notices().latestProperty().get().links().getFirst().run().run());
        assertThat(value("company", 446)).isEqualTo("First");
    }

    @Test
    void whileACellIsMarkedTypingGoesIntoItAndLettersAreNoCommands() {
        goTo("num_employees");
        window.press(KeyCode.DIGIT7);
        assertThat(editor()).isEqualTo("7");
        window.press(KeyCode.V);
        window.press(KeyCode.ENTER);
        assertThat(window.text("cell-problem")).contains("7v");
        type("70");
        window.press(KeyCode.ENTER);
        assertThat(value("num_employees", 446)).isEqualTo("70");
        assertThat(marked()).isEqualTo("num_employees");
        window.press(KeyCode.V);
        assertThat(window.sees("confirm-text")).isFalse();
        assertThat(editor()).isEqualTo("v");
        window.press(KeyCode.ESCAPE);
        window.press(KeyCode.ESCAPE);
        assertThat(marked()).isEmpty();
        assertThat(value("num_employees", 445)).isEqualTo("2");
    }

    @Test
    void tabSavesAndGoesToTheNextCellThatCanBeEdited() {
        window.press(KeyCode.F2);
        type("By tab");
        window.press(KeyCode.TAB);
        assertThat(value("company", 446)).isEqualTo("By tab");
        assertThat(window.sees("cell-editor")).isTrue();
        assertThat(marked()).isNotEqualTo("company").isNotEmpty();
        window.press(KeyCode.SHIFT, KeyCode.TAB);
        assertThat(marked()).isEqualTo("company");
        window.press(KeyCode.ESCAPE);
        assertThat(marked()).isEmpty();
    }

    @Test
    void aDoubleClickEditsItsCellAndAClickElsewhereSaves() {
        doubleClick(cell("company", 1));
        assertThat(editor()).isEqualTo("Second");
        type("By mouse");
        window.run(() -> window.find("search", TextInputControl.class).requestFocus());
        assertThat(value("company", 445)).isEqualTo("By mouse");
    }

    @Test
    void whatIsWorkedOutIsNotEdited() {
        goTo("status");
        window.press(KeyCode.F2);
        assertThat(window.sees("cell-editor")).isFalse();
        assertThat(window.text("notice-text")).isEqualTo("“Status” is worked out and is not edited.");
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsNotOverwritten() {
        window.press(KeyCode.F2);
        TestDatabases.run(DATABASE, "UPDATE intake.company_raw_intake SET company = 'Theirs' WHERE id = 446");
        type("Mine");
        window.press(KeyCode.ENTER);
        assertThat(value("company", 446)).isEqualTo("Theirs");
        assertThat(window.<Integer>onWindow(() -> window.main().unsaved().size())).isEqualTo(1);
    }

    /// A robot's second click comes too late for one on a busy machine.
    private void doubleClick(RowCell cell) {
        window.run(() -> {
            window.table(Table.INTAKE).getSelectionModel().clearAndSelect(cell.getIndex());
            Point2D at = cell.localToScene(5, 5);
            cell.fireEvent(new MouseEvent(MouseEvent.MOUSE_CLICKED, at.getX(), at.getY(), at.getX(), at.getY(), MouseButton.PRIMARY, 2,
                    false, false, false, false, true, false, false, false, false, true, new PickResult(cell, at.getX(), at.getY())));
        });
    }

    private void goTo(String column) {
        window.run(() -> {
            ViewColumn wanted = (ViewColumn) window.table(Table.INTAKE).getColumns().stream().filter(c -> column.equals(c.getId()))
                    .findFirst().orElseThrow().getUserData();
            ((RowsTable) window.table(Table.INTAKE)).cursor().go(wanted);
        });
    }

    private String editor() {
        return window.onWindow(() -> window.find("cell-editor", TextInputControl.class).getText());
    }

    private void type(String text) {
        window.run(() -> window.find("cell-editor", TextInputControl.class).setText(text));
    }

    private String marked() {
        return window.all().stream().filter(n -> n instanceof RowCell c
                        && c.getPseudoClassStates().contains(PseudoClass.getPseudoClass("current-cell")))
                .map(n -> ((RowCell) n).column().field().name()).findFirst().orElse("");
    }

    private RowCell cell(String column, int row) {
        return window.all().stream().filter(n -> n instanceof RowCell c && c.getIndex() == row && c.column().field().name().equals(column))
                .map(RowCell.class::cast).findFirst().orElseThrow();
    }

    private static String value(String column, int id) {
        return TestDatabases.ask(DATABASE, "SELECT " + column + " FROM intake.company_raw_intake WHERE id = " + id);
    }
}
