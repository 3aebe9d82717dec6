package barton.steward.ui.importing;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Table;
import barton.steward.dao.intake.ImportDao;
import barton.steward.model.query.Selection;
import barton.steward.service.question.FigureQueries;
import barton.steward.support.LostReplies;
import barton.steward.support.TestDatabases;
import barton.steward.ui.actions.DemoSession;
import barton.steward.ui.actions.TestContext;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
import org.testfx.util.WaitForAsyncUtils;

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
    private TestContext context;

    @BeforeEach
    void show() {
        database = TestDatabases.migrated();
        context = TestContext.show(DemoSession.over(database), 1100, 900, b -> new Region());
        context.run(() -> ImportView.open(context, Entity.COMPANY, null));
    }

    @Test
    void aTypedPathShowsTheFirstRowsAndTheRecognisedColumns() throws IOException {
        type(GOOD, StandardCharsets.UTF_8);
        context.picture("import-form");
        TableView<?> preview = context.find("import-preview", TableView.class);
        assertThat(preview.getItems()).hasSize(3);
        assertThat(context.find("import-column-num_employees", ComboBox.class).getValue()).isEqualTo("# Employees");
        assertThat(context.text("import-unused")).isEqualTo("No column of intake, and kept with the records (1): Lead Score");
        assertThat(context.find("import-batch", TextField.class).getText()).endsWith("-WV-BATCH1");
    }

    @Test
    void theMappingIsChosenByKeysAloneAndWhatIsPassedOnTheWayIsNotTaken() throws IOException {
        type(GOOD, StandardCharsets.UTF_8);
        context.run(() -> context.find("import-column-company_name_for_emails", ComboBox.class).requestFocus());
        context.robot.type(KeyCode.DOWN);
        context.settle();
        context.robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN);
        context.settle();
        assertThat(context.find("import-column-company", ComboBox.class).getValue()).isEqualTo("Company");
        assertThat(context.find("import-column-industry", ComboBox.class).getValue()).isEqualTo("Industry");
        context.robot.type(KeyCode.ESCAPE);
        context.settle();
        assertThat(context.find("import-column-company_name_for_emails", ComboBox.class).getValue()).isEqualTo("");
        assertThat(context.sees("import")).isTrue();
        context.robot.type(KeyCode.DOWN);
        context.settle();
        context.robot.write("lead").type(KeyCode.DOWN, KeyCode.ENTER);
        context.settle();
        context.picture("import-mapped-by-keys");
        assertThat(context.find("import-column-company_name_for_emails", ComboBox.class).getValue()).isEqualTo("Lead Score");
        assertThat(context.text("import-facts-company_name_for_emails")).isEqualTo("3 of 3 rows: 80 · 75 · 40");
        assertThat(context.text("import-unused")).isEqualTo("Every column of the file has its column in intake.");
    }

    @Test
    void theBatchIsImportedAndShown() throws IOException {
        type(GOOD, StandardCharsets.UTF_8);
        String batch = context.find("import-batch", TextField.class).getText();
        context.click("import-start");
        context.picture("import-report");
        assertThat(context.text("import-taken")).isEqualTo("3");
        assertThat(context.text("import-noted")).isEqualTo("1");
        assertThat(context.changes).containsExactly(List.of(Table.INTAKE));
        context.click("import-show");
        assertThat(context.opened).containsExactly(FigureQueries.imported(batch));
        assertThat(context.sees("import")).isFalse();
    }

    @Test
    void theNumberOfNotedRowsLeadsToThem() throws IOException {
        type(GOOD, StandardCharsets.UTF_8);
        String batch = context.find("import-batch", TextField.class).getText();
        context.click("import-start");
        context.click("import-noted");
        assertThat(context.sees("import")).isFalse();
        assertThat(context.opened).containsExactly(FigureQueries.noted(Entity.COMPANY, batch));
        assertThat(context.session().tables().count(Selection.all(context.opened.getFirst()))).isEqualTo(1);
    }

    @Test
    void theSameFileInTheSameBatchIsShownWithAChoiceBeforeAnythingIsTaken() throws IOException {
        type(GOOD, StandardCharsets.UTF_8);
        String batch = context.find("import-batch", TextField.class).getText();
        context.click("import-start");
        context.click("import-another");
        type(GOOD, StandardCharsets.UTF_8);
        context.picture("import-same-file-other-batch");
        assertThat(context.text("import-file-note")).startsWith("This file was taken before: 3 rows into batch " + batch);
        assertThat(context.sees("import-again")).isFalse();
        context.run(() -> context.find("import-batch", TextField.class).setText(batch));
        context.picture("import-same-file");
        assertThat(context.text("import-batch-note")).startsWith("This file was taken into this batch already: 3 rows on ");
        assertThat(context.find("import-start", Button.class).isDisabled()).isTrue();
        context.click("import-again");
        assertThat(context.find("import-start", Button.class).isDisabled()).isFalse();
        context.click("import-start");
        assertThat(TestDatabases.ask(database, "SELECT count(*) FROM intake.company_raw_intake")).isEqualTo("6");
    }

    @Test
    void refusedRowsAreListedAndCanBeCopied() throws IOException {
        type(BROKEN, StandardCharsets.UTF_8);
        context.click("import-start");
        context.picture("import-refused");
        assertThat(context.text("import-refused")).isEqualTo("1");
        List<?> refusals = context.find("import-refusals", TableView.class).getItems();
        assertThat(refusals).hasSize(1);
        context.click("import-report-copy");
        assertThat(context.<String>onWindow(() -> Clipboard.getSystemClipboard().getString())).startsWith("line,column,reason\n5,");
    }

    @Test
    void anotherEncodingIsAskedForAndThenRead() throws IOException {
        type("Company,Website\nŞişe Çağrı,https://cafe.example\n", Charset.forName("windows-1254"));
        context.picture("import-encoding");
        assertThat(context.sees("import-problem")).isTrue();
        ComboBox<Charset> charset = charsets();
        context.run(() -> charset.setValue(Charset.forName("windows-1254")));
        assertThat(context.sees("import-problem")).isFalse();
        assertThat(context.find("import-start", Button.class).isDisabled()).isFalse();
    }

    @Test
    void aMissingFileIsSaidInTheForm() {
        context.robot.clickOn("#import-path").write(folder.resolve("missing.csv").toString()).type(KeyCode.ENTER);
        context.settle();
        context.picture("import-missing");
        assertThat(context.text("import-problem-message")).contains("missing.csv");
        assertThat(context.find("import-start", Button.class).isDisabled()).isTrue();
    }

    @Test
    void stoppedItTakesNothing() throws Exception {
        type(GOOD, StandardCharsets.UTF_8);
        try (var blocker = database.getConnection(); var statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("LOCK TABLE intake.company_raw_intake IN SHARE MODE");
            context.robot.clickOn("#import-start");
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> context.sees("import-running-cancel"));
            context.picture("import-running-now");
            context.robot.clickOn("#import-running-cancel");
            context.settle();
        }
        assertThat(context.sees("import-problem")).isTrue();
        context.picture("import-stopped");
        assertThat(TestDatabases.ask(database, "SELECT count(*) FROM intake.company_raw_intake")).isEqualTo("0");
    }

    @Test
    void afterALostReplyTheDialogFindsOutWhatWasTaken() throws IOException {
        var losing = LostReplies.of(database, ImportDao.class, "copy");
        context = TestContext.show(losing.session(), 1100, 900, b -> new Region());
        context.run(() -> ImportView.open(context, Entity.COMPANY, null));
        type(GOOD, StandardCharsets.UTF_8);
        context.click("import-start");
        context.picture("import-unknown");
        assertThat(context.text("import-unknown-message")).isEqualTo("The connection broke.");
        losing.repair();
        context.click("import-look-up");
        assertThat(context.text("import-taken")).isEqualTo("3");
        assertThat(TestDatabases.ask(database, "SELECT count(*) FROM intake.company_raw_intake")).isEqualTo("3");
    }

    @Test
    void closedWhileItRunsItComesBackWithWhatWentWrong() throws IOException, SQLException {
        type(GOOD, StandardCharsets.UTF_8);
        String batch = context.find("import-batch", TextField.class).getText();
        try (var blocker = database.getConnection(); var statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("ALTER TABLE intake.company_raw_intake ADD CHECK (company <> 'Blue Ridge Coal')");
            context.robot.clickOn("#import-start").clickOn("#import-background");
            assertThat(context.sees("import")).isFalse();
            blocker.commit();
        }
        context.settle();
        context.picture("import-came-back");
        assertThat(context.text("import-problem-message")).isNotBlank();
        assertThat(context.find("import-batch", TextField.class).getText()).isEqualTo(batch);
        assertThat(context.find("import-start", Button.class).isDisabled()).isFalse();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Charset> charsets() {
        return context.find("import-charset", ComboBox.class);
    }

    private void type(String text, Charset charset) throws IOException {
        Path file = Files.writeString(folder.resolve("companies.csv"), text, charset);
        context.robot.clickOn("#import-path").write(file.toString()).type(KeyCode.ENTER);
        context.settle();
    }
}
