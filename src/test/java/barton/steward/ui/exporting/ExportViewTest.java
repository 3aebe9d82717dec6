package barton.steward.ui.exporting;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.Table;
import barton.steward.model.query.Selection;
import barton.steward.service.question.FigureQueries;
import barton.steward.support.TestDatabases;
import barton.steward.ui.actions.DemoSession;
import barton.steward.ui.actions.TestContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportViewTest {
    @TempDir
    Path folder;
    private DataSource database;
    private TestContext context;

    @BeforeEach
    void show() {
        database = TestDatabases.migrated();
        DemoSession.rows(database, "B", "WV", 700, 3, 0);
        DemoSession.rows(database, "OTHER", "WV", 5, 0, 0);
        TestDatabases.run(database, "UPDATE intake.company_raw_intake SET company = '=1+1' WHERE id = 1");
        context = TestContext.show(DemoSession.over(database), 1000, 760, b -> new Region());
        context.run(() -> ExportView.open(context, Selection.all(FigureQueries.imported("B")), Optional.empty(),
                List.of(IntakeFields.COMPANY, IntakeFields.WEBSITE)));
    }

    @Test
    void allRowsOfTheFilterAreSavedWithTheColumnsShown() throws IOException {
        Path file = name("out.csv");
        context.picture("export");
        assertThat(context.text("export-start")).isEqualTo("Export 700 rows");
        context.click("export-start");
        context.picture("export-done");
        assertThat(context.text("export-done")).isEqualTo("Saved 700 rows to " + file);
        assertThat(Files.readAllLines(file)).hasSize(701).first().isEqualTo("company,website");
    }

    @Test
    void formulasAreMadeHarmlessUnlessThatIsTurnedOff() throws IOException {
        Path file = name("out.csv");
        context.click("export-start");
        assertThat(Files.readAllLines(file).get(1)).startsWith("'=1+1");
    }

    @Test
    void turnedOffTheCellsStayAsTheyAre() throws IOException {
        Path file = name("out.csv");
        context.click("export-neutralise");
        context.click("export-start");
        assertThat(Files.readAllLines(file).get(1)).startsWith("=1+1");
    }

    @Test
    void anotherColumnCanBeChosen() throws IOException {
        Path file = name("out.csv");
        context.run(context.find("export-column-id", CheckBox.class)::fire);
        context.click("export-start");
        assertThat(Files.readAllLines(file).getFirst()).contains("id");
    }

    @Test
    void theKindOfFileAndTheOrderOfColumnsAreChosenByKeys() throws IOException {
        name("out.csv");
        context.run(context.find("export-format-jsonl", RadioButton.class)::fire);
        assertThat(context.find("export-path", TextField.class).getText()).endsWith("out.jsonl");
        assertThat(context.sees("export-bom")).isFalse();
        context.run(context.find("export-column-website", CheckBox.class)::requestFocus);
        context.robot.press(KeyCode.ALT).type(KeyCode.UP).release(KeyCode.ALT);
        context.settle();
        context.click("export-start");
        assertThat(Files.readAllLines(folder.resolve("out.jsonl")).getFirst()).startsWith("{\"website\":").contains("\"company\":\"=1+1\"");
    }

    @Test
    void withoutAColumnThereIsNothingToExport() {
        name("out.csv");
        context.run(context.find("export-none", Hyperlink.class)::fire);
        assertThat(context.find("export-start", Button.class).isDisabled()).isTrue();
    }

    @Test
    void aFileThatWouldBeReplacedIsPointedOut() throws IOException {
        Files.writeString(folder.resolve("there.csv"), "old");
        name("there.csv");
        assertThat(context.sees("export-replaces")).isTrue();
    }

    @Test
    void aFolderThatDoesNotExistIsSaidInTheForm() {
        name("missing/out.csv");
        context.click("export-start");
        context.picture("export-problem");
        assertThat(context.text("export-problem-message")).isNotBlank();
        assertThat(context.sees("export-start")).isTrue();
    }

    @Test
    void stoppedItLeavesNoFile() throws SQLException {
        Path file = name("out.csv");
        try (var blocker = database.getConnection(); var statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("LOCK TABLE intake.company_raw_intake IN ACCESS EXCLUSIVE MODE");
            context.robot.clickOn("#export-start").interrupt().clickOn("#export-running-cancel");
            context.settle();
        }
        assertThat(context.sees("export-problem")).isTrue();
        assertThat(file).doesNotExist();
    }

    @Test
    void closedWhileItRunsItComesBackWithWhatWentWrong() throws SQLException {
        name("out.csv");
        try (var blocker = database.getConnection(); var statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("ALTER TABLE intake.company_raw_intake RENAME TO hidden");
            context.robot.clickOn("#export-start").clickOn("#export-background");
            assertThat(context.sees("export")).isFalse();
            blocker.commit();
        }
        context.settle();
        assertThat(context.text("export-problem-message")).isNotBlank();
        assertThat(context.text("export-start")).isEqualTo("Export 700 rows");
    }

    @Test
    void withSelectedRowsTheStewardChoosesBetweenThemAndAllOfTheFilter() throws IOException {
        context.run(() -> context.dialogs().closeTop());
        context.run(() -> ExportView.open(context, Selection.all(FigureQueries.imported("B")),
                Optional.of(new Selection.Keys(Table.INTAKE, Set.of(2L, 3L))), List.of(IntakeFields.COMPANY)));
        Path file = name("out.csv");
        context.picture("export-selected");
        assertThat(context.text("export-selected")).isEqualTo("Selected (2)");
        assertThat(context.text("export-matching")).isEqualTo("All that the filter finds (700)");
        assertThat(context.text("export-count")).isEqualTo("2 rows of Intake: only the selected ones.");
        context.click("export-start");
        assertThat(Files.readAllLines(file)).containsExactlyInAnyOrder("company", "Company 2", "Company 3");
    }

    @Test
    void allOfTheFilterCanBeChosenInstead() throws IOException {
        context.run(() -> context.dialogs().closeTop());
        context.run(() -> ExportView.open(context, Selection.all(FigureQueries.imported("B")),
                Optional.of(new Selection.Keys(Table.INTAKE, Set.of(2L, 3L))), List.of(IntakeFields.COMPANY)));
        Path file = name("out.csv");
        context.click("export-matching");
        assertThat(context.text("export-start")).isEqualTo("Export 700 rows");
        context.click("export-start");
        assertThat(Files.readAllLines(file)).hasSize(701);
    }

    private Path name(String name) {
        Path file = folder.resolve(name);
        context.run(() -> context.find("export-path", TextField.class).setText(file.toString()));
        return file;
    }
}
