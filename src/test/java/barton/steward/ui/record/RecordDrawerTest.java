package barton.steward.ui.record;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.model.Table;
import barton.steward.support.SampleDesk;
import barton.steward.support.TestDatabases;
import barton.steward.ui.support.TestBench;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordDrawerTest {
    private DataSource database;
    private TestBench bench;

    @BeforeEach
    void open() {
        database = SampleDesk.worked(20);
        var model = new RecordViewModel[1];
        bench = TestBench.show(SampleDesk.over(database), 900, 800, b -> {
            model[0] = new RecordViewModel(b.desk(), b.tasks());
            return new RecordDrawer(b, model[0], () -> { });
        });
        bench.run(() -> model[0].open(Table.INTAKE, 7L));
    }

    @Test
    void aFieldIsCorrectedInPlace() {
        type("field-website", "https://new.example");
        bench.robot.push(KeyCode.ENTER);
        bench.settle();
        assertThat(website()).isEqualTo("https://new.example");
    }

    @Test
    void escapeTakesBackWhatWasTyped() {
        type("field-website", "https://new.example");
        bench.robot.push(KeyCode.ESCAPE);
        assertThat(bench.find("field-website", TextField.class).getText()).isEmpty();
    }

    @Test
    void aConflictIsShownPerFieldAndMineCanBeChosen() {
        TestDatabases.run(database, "UPDATE intake.company_raw_intake SET website = 'https://theirs.example' WHERE id = 7");
        type("field-website", "https://mine.example");
        bench.robot.push(KeyCode.ENTER);
        bench.settle();
        bench.picture("conflict");
        assertThat(bench.text("conflict-theirs-website")).isEqualTo("https://theirs.example");
        assertThat(bench.text("conflict-mine-website")).isEqualTo("https://mine.example");
        bench.click("conflict-mine-website");
        bench.click("conflict-ok");
        assertThat(website()).isEqualTo("https://mine.example");
    }

    private String website() {
        return TestDatabases.ask(database, "SELECT website FROM intake.company_raw_intake WHERE id = 7");
    }

    private void type(String id, String text) {
        TextField field = bench.find(id, TextField.class);
        bench.run(field::requestFocus);
        bench.run(() -> field.setText(text));
    }
}
