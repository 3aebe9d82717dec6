package barton.steward.ui;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Table;
import barton.steward.support.SampleSession;
import barton.steward.support.TestDatabases;
import javafx.scene.input.KeyCode;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// The main job after the import, with the keyboard alone.
class KeyboardJobTest {
    private static final String BATCH = "20251024-WV-BATCH1";

    private final DataSource database = TestDatabases.migrated();
    private TestWindow window;

    @Test
    void aBatchIsCheckedCorrectedDecidedPromotedAndAnEditOfItTakenBackWithoutAMouse() {
        TestDatabases.run(database, """
                INSERT INTO intake.company_raw_intake (company, num_employees, industry, website, company_city, company_state, state_abbrev,
                    company_phone, import_batch_id)
                SELECT name, 12, 'Printing', site, 'Elkins', 'West Virginia', 'WV', '+1 304 555 0101', '20251024-WV-BATCH1'
                FROM (VALUES ('Tygart Print', 'https://tygart.example'), ('Seneca Ropes', NULL), ('Elk Video', 'https://elk.example'),
                    ('Blackwater Outfitters', 'https://blackwater.example')) c (name, site)""");
        window = TestWindow.over(SampleSession.over(database), 1440, 900);
        window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        window.press(KeyCode.SHIFT, KeyCode.V);
        window.press(KeyCode.ENTER);
        assertThat(validated()).isEqualTo("Blackwater Outfitters, Elk Video, Tygart Print");
        correct();
        reject();
        promote();
        editAndTakeBack();
    }

    private void correct() {
        search("seneca");
        window.press(KeyCode.E);
        window.robot.write("https://seneca.example");
        window.press(KeyCode.ENTER);
        window.press(KeyCode.ESCAPE);
        window.press(KeyCode.V);
        window.press(KeyCode.ENTER);
        assertThat(validated()).contains("Seneca Ropes");
        assertThat(ask("SELECT website FROM intake.company_raw_intake WHERE company = 'Seneca Ropes'")).isEqualTo("https://seneca.example");
    }

    private void reject() {
        search("elk");
        window.press(KeyCode.R);
        window.robot.write("closed");
        window.press(KeyCode.ENTER);
        search("");
        assertThat(validated()).isEqualTo("Blackwater Outfitters, Seneca Ropes, Tygart Print");
    }

    private void promote() {
        window.press(KeyCode.P);
        window.press(KeyCode.ENTER);
        window.press(KeyCode.ESCAPE);
        assertThat(ask("SELECT string_agg(company_name, ', ' ORDER BY company_name) FROM marketing.company_master"))
                .isEqualTo("Blackwater Outfitters, Seneca Ropes, Tygart Print");
        assertThat(ask("SELECT passed_records::text FROM public.shq_validation_log WHERE validation_run_id = '" + BATCH + "'"))
                .isEqualTo("3");
    }

    private void editAndTakeBack() {
        window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        window.press(KeyCode.E);
        for (int i = 0; i < 20 && !"field-company_phone".equals(owner()); i++) {
            window.press(KeyCode.TAB);
        }
        window.press(KeyCode.CONTROL, KeyCode.A);
        window.robot.write("+1 304 555 0199");
        window.press(KeyCode.ENTER);
        assertThat(changedPhones()).isEqualTo("1");
        window.press(KeyCode.ESCAPE);
        window.press(KeyCode.CONTROL, KeyCode.Z);
        window.press(KeyCode.ENTER);
        assertThat(changedPhones()).isEqualTo("0");
        assertThat(owner()).isEqualTo(Table.MASTER + "-table");
    }

    private void search(String text) {
        window.press(KeyCode.SLASH);
        window.press(KeyCode.CONTROL, KeyCode.A);
        window.press(KeyCode.BACK_SPACE);
        window.robot.write(text);
        window.press(KeyCode.ENTER);
        assertThat(owner()).isEqualTo("INTAKE-table");
    }

    private String owner() {
        return window.onWindow(() -> window.scene().getFocusOwner().getId());
    }

    private String validated() {
        return ask("SELECT string_agg(company, ', ' ORDER BY company) FROM intake.company_raw_intake WHERE validated");
    }

    private String changedPhones() {
        return ask("SELECT count(*) FROM marketing.company_master WHERE company_phone = '+1 304 555 0199'");
    }

    private String ask(String sql) {
        return TestDatabases.ask(database, sql);
    }
}
