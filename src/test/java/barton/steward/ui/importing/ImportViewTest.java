package barton.steward.ui.importing;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.dao.ImportDao;
import barton.steward.model.RuleEntity;
import barton.steward.model.Table;
import barton.steward.service.Questions;
import barton.steward.support.LostReplies;
import barton.steward.support.TestDatabases;
import barton.steward.ui.support.DemoDesk;
import barton.steward.ui.support.TestBench;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportViewTest {
    private static final String GOOD = """
            Company,# Employees,Industry,Website,Company City,Company State,Company Phone,Founded Year,Lead Score
            Concord University,450,Higher Education,https://concord.example,Athens,West Virginia,+1 304 555 0101,1872,80
            "Merrick Engineering, Inc.",37,Engineering,https://merrick.example,Charleston,West Virginia,+1 304 555 0102,1988,75
            Blue Ridge Coal,about 90,Mining,https://blueridge.example,Beckley,West Virginia,+1 304 555 0103,2013 (1888),40
            """;
    private static final String BROKEN = GOOD + "Kanawha Freight,12,Logistics,https://kanawha.example,Charleston,West Virginia\n";

    @TempDir
    Path folder;
    private DataSource database;
    private TestBench bench;

    @BeforeEach
    void show() {
        database = TestDatabases.migrated();
        bench = TestBench.show(DemoDesk.over(database), 1100, 900, b -> new Region());
        bench.run(() -> ImportView.open(bench, RuleEntity.COMPANY, null));
    }

    @Test
    void aTypedPathShowsTheFirstRowsAndTheRecognisedColumns() throws IOException {
        type(GOOD, StandardCharsets.UTF_8);
        bench.picture("import-form");
        TableView<?> preview = bench.find("import-preview", TableView.class);
        assertThat(preview.getItems()).hasSize(3);
        assertThat(bench.find("import-column-num_employees", ComboBox.class).getValue()).isEqualTo("# Employees");
        assertThat(bench.text("import-unused")).isEqualTo("Not taken from the file (1): Lead Score");
        assertThat(bench.find("import-batch", TextField.class).getText()).endsWith("-WV-BATCH1");
    }

    @Test
    void theBatchIsImportedAndShown() throws IOException {
        type(GOOD, StandardCharsets.UTF_8);
        String batch = bench.find("import-batch", TextField.class).getText();
        bench.click("import-start");
        bench.picture("import-report");
        assertThat(bench.text("import-taken")).isEqualTo("3");
        assertThat(bench.text("import-noted")).isEqualTo("1");
        assertThat(bench.changes).containsExactly(List.of(Table.INTAKE));
        bench.click("import-show");
        assertThat(bench.opened).containsExactly(Questions.imported(batch));
        assertThat(bench.sees("import")).isFalse();
    }

    @Test
    void theSameFileInTheSameBatchIsShownWithAChoiceBeforeAnythingIsTaken() throws IOException {
        type(GOOD, StandardCharsets.UTF_8);
        String batch = bench.find("import-batch", TextField.class).getText();
        bench.click("import-start");
        bench.click("import-another");
        type(GOOD, StandardCharsets.UTF_8);
        bench.picture("import-same-file-other-batch");
        assertThat(bench.text("import-file-note")).startsWith("This file was taken before: 3 rows into batch " + batch);
        assertThat(bench.sees("import-again")).isFalse();
        bench.run(() -> bench.find("import-batch", TextField.class).setText(batch));
        bench.picture("import-same-file");
        assertThat(bench.text("import-batch-note")).startsWith("This file was taken into this batch already: 3 rows on ");
        assertThat(bench.find("import-start", Button.class).isDisabled()).isTrue();
        bench.click("import-again");
        assertThat(bench.find("import-start", Button.class).isDisabled()).isFalse();
        bench.click("import-start");
        assertThat(TestDatabases.ask(database, "SELECT count(*) FROM intake.company_raw_intake")).isEqualTo("6");
    }

    @Test
    void refusedRowsAreListedAndCanBeCopied() throws IOException {
        type(BROKEN, StandardCharsets.UTF_8);
        bench.click("import-start");
        bench.picture("import-refused");
        assertThat(bench.text("import-refused")).isEqualTo("1");
        List<?> refusals = bench.find("import-refusals", TableView.class).getItems();
        assertThat(refusals).hasSize(1);
        bench.click("import-report-copy");
        assertThat(bench.<String>onWindow(() -> Clipboard.getSystemClipboard().getString())).startsWith("line,column,reason\n5,");
    }

    @Test
    void anotherEncodingIsAskedForAndThenRead() throws IOException {
        type("Company,Website\nCafé Müller,https://cafe.example\n", Charset.forName("windows-1252"));
        bench.picture("import-encoding");
        assertThat(bench.sees("import-problem")).isTrue();
        ComboBox<Charset> charset = charsets();
        bench.run(() -> charset.setValue(Charset.forName("windows-1252")));
        assertThat(bench.sees("import-problem")).isFalse();
        assertThat(bench.find("import-start", Button.class).isDisabled()).isFalse();
    }

    @Test
    void aMissingFileIsSaidInTheForm() {
        bench.robot.clickOn("#import-path").write(folder.resolve("missing.csv").toString()).type(KeyCode.ENTER);
        bench.settle();
        bench.picture("import-missing");
        assertThat(bench.text("import-problem-message")).contains("missing.csv");
        assertThat(bench.find("import-start", Button.class).isDisabled()).isTrue();
    }

    @Test
    void stoppedItTakesNothing() throws IOException, SQLException {
        type(GOOD, StandardCharsets.UTF_8);
        try (var blocker = database.getConnection(); var statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("LOCK TABLE intake.company_raw_intake IN SHARE MODE");
            bench.robot.clickOn("#import-start");
            bench.picture("import-running-now");
            bench.robot.clickOn("#import-running-cancel");
            bench.settle();
        }
        assertThat(bench.sees("import-problem")).isTrue();
        bench.picture("import-stopped");
        assertThat(TestDatabases.ask(database, "SELECT count(*) FROM intake.company_raw_intake")).isEqualTo("0");
    }

    @Test
    void afterALostReplyTheDialogFindsOutWhatWasTaken() throws IOException {
        var losing = LostReplies.of(database, ImportDao.class, "copy");
        bench = TestBench.show(losing.desk(), 1100, 900, b -> new Region());
        bench.run(() -> ImportView.open(bench, RuleEntity.COMPANY, null));
        type(GOOD, StandardCharsets.UTF_8);
        bench.click("import-start");
        bench.picture("import-unknown");
        assertThat(bench.text("import-unknown-message")).isEqualTo("The connection broke.");
        losing.repair();
        bench.click("import-look-up");
        assertThat(bench.text("import-taken")).isEqualTo("3");
        assertThat(TestDatabases.ask(database, "SELECT count(*) FROM intake.company_raw_intake")).isEqualTo("3");
    }

    @Test
    void closedWhileItRunsItComesBackWithWhatWentWrong() throws IOException, SQLException {
        type(GOOD, StandardCharsets.UTF_8);
        String batch = bench.find("import-batch", TextField.class).getText();
        try (var blocker = database.getConnection(); var statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("ALTER TABLE intake.company_raw_intake ADD CHECK (company <> 'Blue Ridge Coal')");
            bench.robot.clickOn("#import-start").clickOn("#import-background");
            assertThat(bench.sees("import")).isFalse();
            blocker.commit();
        }
        bench.settle();
        bench.picture("import-came-back");
        assertThat(bench.text("import-problem-message")).isNotBlank();
        assertThat(bench.find("import-batch", TextField.class).getText()).isEqualTo(batch);
        assertThat(bench.find("import-start", Button.class).isDisabled()).isFalse();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Charset> charsets() {
        return bench.find("import-charset", ComboBox.class);
    }

    private void type(String text, Charset charset) throws IOException {
        Path file = Files.writeString(folder.resolve("companies.csv"), text, charset);
        bench.robot.clickOn("#import-path").write(file.toString()).type(KeyCode.ENTER);
        bench.settle();
    }
}
