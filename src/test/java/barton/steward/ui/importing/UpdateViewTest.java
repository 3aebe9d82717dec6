package barton.steward.ui.importing;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.catalog.Table;
import barton.steward.model.update.Winner;
import barton.steward.support.TestDatabases;
import barton.steward.ui.actions.DemoSession;
import barton.steward.ui.actions.TestContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Records are updated from a file in the window, seen field by field before.
class UpdateViewTest {
    private static final String FILE = """
            Company,Website,Industry,Company City,Tier
            Acme Inc,acme.example,Coal,Athens,A
            Bolt,bolt.example,Steel,,B
            Core,https://core.example,Gas,Beckley,A
            Dune,dune.example,Sand,Elkins,C
            Twice,twice.example,Glass,Davis,C
            Twice again,twice.example,Glass,Davis,C
            """;

    @TempDir
    private Path folder;
    private DataSource database;
    private TestContext context;

    @BeforeEach
    void show() {
        database = TestDatabases.migrated();
        TestDatabases.run(database, """
                INSERT INTO intake.company_raw_intake (company, website, company_city, industry, import_batch_id)
                VALUES ('Acme', 'https://acme.example', 'Athens', NULL, 'B'), ('Bolt', 'bolt.example', NULL, 'Steel', 'B'),
                       ('Core', 'core.example', 'Charleston', 'Oil', 'B')""");
        context = TestContext.show(DemoSession.over(database), 1280, 720, b -> new Region());
    }

    @Test
    void nothingIsOverwrittenUnaskedAndEachKindIsShownAlone() throws IOException {
        look();
        context.picture("update-seen");
        assertThat(context.text("update-kind-changed")).isEqualTo("2 changed");
        assertThat(context.text("update-kind-new")).isEqualTo("1 new");
        assertThat(context.text("update-kind-same")).isEqualTo("1 the same");
        assertThat(context.text("update-kind-left")).isEqualTo("2 left");
        assertThat(context.text("update-ok")).isEqualTo("Update 1 record");
        assertThat(lines()).containsExactly("2 Acme Company Acme Acme Inc stays Acme", "2 Acme Industry ∅ Coal Coal",
                "4 Core City Charleston Beckley stays Charleston", "4 Core Industry Oil Gas stays Oil", "5 Dune    ", "3 Bolt    ",
                "6 Twice    several rows of the file name this record", "7 Twice again    several rows of the file name this record");
        context.click("update-kind-new");
        assertThat(lines()).containsExactly("5 Dune    ");
        context.click("update-ok");
        assertThat(rows()).containsExactly("Acme Athens Coal", "Bolt null Steel", "Core Charleston Oil");
        assertThat(context.changes).containsExactly(List.of(Table.INTAKE));
        assertThat(context.sees("update") || context.sees("import")).isFalse();
        context.run(() -> context.notices().latestProperty().get().links().getFirst().run().run());
        assertThat(context.undone).hasSize(1);
    }

    @Test
    void whoWinsIsChosenForEachColumnAndNewRowsAreTakenIntoABatch() throws IOException {
        look();
        context.run(() -> winner("industry").setValue(Winner.FILE));
        assertThat(context.text("update-facts-industry")).isEqualTo("1 filled, 1 overwritten");
        assertThat(context.text("update-ok")).isEqualTo("Update 2 records");
        context.run(() -> winner("industry").setValue(Winner.RECORD));
        assertThat(context.text("update-ok")).isEqualTo("Update nothing");
        assertThat(context.find("update-ok", Button.class).isDisabled()).isTrue();
        context.click("update-all-file");
        context.click("update-take-new");
        context.run(() -> context.find("update-batch", TextField.class).setText("N"));
        context.picture("update-new");
        assertThat(context.text("update-ok")).isEqualTo("Update 2 records, take in 1 new row");
        context.click("update-ok");
        assertThat(rows()).containsExactly("Acme Inc Athens Coal", "Bolt null Steel", "Core Beckley Gas", "Dune Elkins Sand");
        assertThat(TestDatabases.ask(database, "SELECT cells ->> 'Tier' FROM shq.intake_extra WHERE intake_id = 4")).isEqualTo("C");
        assertThat(context.<String>onWindow(() -> context.notices().latestProperty().get().text()))
                .isEqualTo("2 records updated. 1 new row taken into N.");
    }

    @Test
    void whatWasChangedMeanwhileIsNotOverwrittenAndSaid() throws IOException {
        look();
        TestDatabases.run(database, "UPDATE intake.company_raw_intake SET industry = 'Wood' WHERE id = 1");
        context.click("update-ok");
        context.picture("update-meanwhile");
        assertThat(context.text("update-problem-message")).startsWith("Records were changed meanwhile");
        assertThat(rows()).contains("Acme Athens Wood");
    }

    @Test
    void itIsDoneByKeysAlone() throws IOException {
        context.run(() -> ImportView.update(context, Table.INTAKE));
        Path file = write();
        context.robot.write(file.toString()).type(KeyCode.ENTER);
        context.settle();
        context.press(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(context.sees("update")).isTrue();
        tabTo("update-winner-industry");
        context.press(KeyCode.DOWN);
        assertThat(context.<Winner>onWindow(() -> winner("industry").getValue())).isEqualTo(Winner.FILE);
        context.press(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(rows()).containsExactly("Acme Athens Coal", "Bolt null Steel", "Core Charleston Gas");
    }

    @Test
    void anotherColumnNamesTheRecordsAndOneThatIsTakenAwayIsNoKey() throws IOException {
        context.run(() -> ImportView.update(context, Table.INTAKE));
        context.robot.clickOn("#import-path").write(write().toString()).type(KeyCode.ENTER);
        context.settle();
        assertThat(context.<String>onWindow(() -> key().getValue().name())).isEqualTo("website");
        context.picture("import-updates");
        context.run(() -> header("website").setValue(""));
        assertThat(context.<String>onWindow(() -> key().getValue().name())).isEqualTo("company");
        context.click("import-start");
        assertThat(context.text("update-kind-new")).isEqualTo("4 new");
        context.press(KeyCode.ESCAPE);
        assertThat(context.sees("import")).isTrue();
    }

    private void tabTo(String id) {
        for (int i = 0; i < 40 && !context.<Boolean>onWindow(() -> id.equals(context.scene().getFocusOwner().getId())); i++) {
            context.press(KeyCode.TAB);
        }
    }

    private void look() throws IOException {
        Path file = write();
        context.run(() -> ImportView.open(context, Entity.COMPANY, file));
        context.click("import-updates-INTAKE");
        context.click("import-start");
    }

    private Path write() throws IOException {
        return Files.writeString(folder.resolve("back.csv"), FILE);
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Winner> winner(String field) {
        return context.find("update-winner-" + field, ComboBox.class);
    }

    @SuppressWarnings("unchecked")
    private ComboBox<String> header(String column) {
        return context.find("import-column-" + column, ComboBox.class);
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Field> key() {
        return context.find("import-key", ComboBox.class);
    }

    private List<String> lines() {
        TableView<?> table = context.find("update-lines", TableView.class);
        return context.onWindow(() -> IntStream.range(0, table.getItems().size()).mapToObj(i -> table.getColumns().stream()
                .filter(c -> !c.getId().equals("update-column-kind")).map(c -> String.valueOf(c.getCellData(i)))
                .collect(Collectors.joining(" "))).toList());
    }

    private List<String> rows() {
        return TestDatabases.list(database, """
                SELECT concat_ws(' ', company, coalesce(company_city, 'null'), industry) FROM intake.company_raw_intake ORDER BY id""");
    }
}
