package barton.steward.ui.exporting;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.model.IntakeFields;
import barton.steward.model.Selection;
import barton.steward.model.Table;
import barton.steward.service.Questions;
import barton.steward.support.TestDatabases;
import barton.steward.ui.support.DemoDesk;
import barton.steward.ui.support.TestBench;
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
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportViewTest {
    @TempDir
    Path folder;
    private DataSource database;
    private TestBench bench;

    @BeforeEach
    void show() {
        database = TestDatabases.migrated();
        DemoDesk.rows(database, "B", "WV", 700, 3, 0);
        DemoDesk.rows(database, "OTHER", "WV", 5, 0, 0);
        TestDatabases.run(database, "UPDATE intake.company_raw_intake SET company = '=1+1' WHERE id = 1");
        bench = TestBench.show(DemoDesk.over(database), 1000, 760, b -> new Region());
        bench.run(() -> ExportView.open(bench, Selection.all(Questions.imported("B")), Optional.empty(),
                List.of(IntakeFields.COMPANY, IntakeFields.WEBSITE)));
    }

    @Test
    void allRowsOfTheFilterAreSavedWithTheColumnsShown() throws IOException {
        Path file = name("out.csv");
        bench.picture("export");
        assertThat(bench.text("export-start")).isEqualTo("Export 700 rows");
        bench.click("export-start");
        bench.picture("export-done");
        assertThat(bench.text("export-done")).isEqualTo("Saved 700 rows to " + file);
        assertThat(Files.readAllLines(file)).hasSize(701).first().isEqualTo("company,website");
    }

    @Test
    void formulasAreMadeHarmlessUnlessThatIsTurnedOff() throws IOException {
        Path file = name("out.csv");
        bench.click("export-start");
        assertThat(Files.readAllLines(file).get(1)).startsWith("'=1+1");
    }

    @Test
    void turnedOffTheCellsStayAsTheyAre() throws IOException {
        Path file = name("out.csv");
        bench.click("export-neutralise");
        bench.click("export-start");
        assertThat(Files.readAllLines(file).get(1)).startsWith("=1+1");
    }

    @Test
    void anotherColumnCanBeChosen() throws IOException {
        Path file = name("out.csv");
        bench.run(bench.find("export-column-id", CheckBox.class)::fire);
        bench.click("export-start");
        assertThat(Files.readAllLines(file).getFirst()).contains("id");
    }

    @Test
    void withoutAColumnThereIsNothingToExport() {
        name("out.csv");
        bench.run(bench.find("export-none", Hyperlink.class)::fire);
        assertThat(bench.find("export-start", Button.class).isDisabled()).isTrue();
    }

    @Test
    void aFileThatWouldBeReplacedIsPointedOut() throws IOException {
        Files.writeString(folder.resolve("there.csv"), "old");
        name("there.csv");
        assertThat(bench.sees("export-replaces")).isTrue();
    }

    @Test
    void aFolderThatDoesNotExistIsSaidInTheForm() {
        name("missing/out.csv");
        bench.click("export-start");
        bench.picture("export-problem");
        assertThat(bench.text("export-problem-message")).isNotBlank();
        assertThat(bench.sees("export-start")).isTrue();
    }

    @Test
    void stoppedItLeavesNoFile() throws SQLException {
        Path file = name("out.csv");
        try (var blocker = database.getConnection(); var statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("LOCK TABLE intake.company_raw_intake IN ACCESS EXCLUSIVE MODE");
            bench.robot.clickOn("#export-start").clickOn("#export-running-cancel");
            bench.settle();
        }
        assertThat(bench.sees("export-problem")).isTrue();
        assertThat(file).doesNotExist();
    }

    @Test
    void closedWhileItRunsItComesBackWithWhatWentWrong() throws SQLException {
        name("out.csv");
        try (var blocker = database.getConnection(); var statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("ALTER TABLE intake.company_raw_intake RENAME TO hidden");
            bench.robot.clickOn("#export-start").clickOn("#export-background");
            assertThat(bench.sees("export")).isFalse();
            blocker.commit();
        }
        bench.settle();
        assertThat(bench.text("export-problem-message")).isNotBlank();
        assertThat(bench.text("export-start")).isEqualTo("Export 700 rows");
    }

    @Test
    void withSelectedRowsTheStewardChoosesBetweenThemAndAllOfTheFilter() throws IOException {
        bench.run(() -> bench.dialogs().closeTop());
        bench.run(() -> ExportView.open(bench, Selection.all(Questions.imported("B")),
                Optional.of(new Selection.Keys(Table.INTAKE, Set.of(2L, 3L))), List.of(IntakeFields.COMPANY)));
        Path file = name("out.csv");
        bench.picture("export-selected");
        assertThat(bench.text("export-selected")).isEqualTo("Selected (2)");
        assertThat(bench.text("export-matching")).isEqualTo("All that the filter finds (700)");
        assertThat(bench.text("export-count")).isEqualTo("2 rows of Intake: only the selected ones.");
        bench.click("export-start");
        assertThat(Files.readAllLines(file)).containsExactlyInAnyOrder("company", "Company 2", "Company 3");
    }

    @Test
    void allOfTheFilterCanBeChosenInstead() throws IOException {
        bench.run(() -> bench.dialogs().closeTop());
        bench.run(() -> ExportView.open(bench, Selection.all(Questions.imported("B")),
                Optional.of(new Selection.Keys(Table.INTAKE, Set.of(2L, 3L))), List.of(IntakeFields.COMPANY)));
        Path file = name("out.csv");
        bench.click("export-matching");
        assertThat(bench.text("export-start")).isEqualTo("Export 700 rows");
        bench.click("export-start");
        assertThat(Files.readAllLines(file)).hasSize(701);
    }

    private Path name(String name) {
        Path file = folder.resolve(name);
        bench.run(() -> bench.find("export-path", TextField.class).setText(file.toString()));
        return file;
    }
}
