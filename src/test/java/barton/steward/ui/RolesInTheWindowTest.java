package barton.steward.ui;

import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Table;
import barton.steward.support.SampleSession;
import barton.steward.support.TestDatabases;
import barton.steward.support.TestPostgres;
import barton.steward.ui.support.Explained;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What the window offers to each kind of role, with roles of the database.
class RolesInTheWindowTest {
    private static final TestPostgres SERVER = TestPostgres.newest();
    private static DataSource database;

    @BeforeAll
    static void rows() {
        database = TestDatabases.migrated(SERVER);
        for (String kind : List.of("viewer", "steward", "admin")) {
            run(database, "CREATE ROLE window_%1$s LOGIN; SELECT shq.grant_role('window_%1$s', '%1$s')".formatted(kind));
        }
        run(database, """
                INSERT INTO intake.company_raw_intake (company, website, company_phone, import_batch_id, validated)
                SELECT 'Company ' || g, 'https://c' || g || '.example', '+13045550100', 'B', g <= 3 FROM generate_series(1, 6) g;
                SELECT shq.promote_company_records('B', 'x')""");
    }

    private TestWindow window;

    private void open(String kind) {
        window = TestWindow.over(SampleSession.over(SERVER.as(database, "window_" + kind, "")), 1900, 900);
        window.settle();
    }

    @Test
    void aViewerIsOfferedNothingThatChangesAnythingAndToldWhy() {
        open("viewer");
        assertThat(window.find("overview-import", Button.class).isDisabled()).isTrue();
        window.click("nav-INTAKE");
        window.focus(Table.INTAKE, 0);
        window.press(KeyCode.ENTER);
        Map<String, Boolean> offered = buttons("validate", "reject", "import", "review");
        assertThat(offered).as("%s", offered).doesNotContainValue(false);
        assertThat(reason("validate")).isEqualTo("The database role that you are connected as may not decide about records of intake or"
                + " edit them. Ask the owner of the database.");
        assertThat(window.find("field-website", Node.class)).isInstanceOf(Label.class);
        assertThat(window.text("drawer-fixed")).contains("may not decide about records");

        window.press(KeyCode.V);
        assertThat(window.text("notice-text")).contains("may not decide about records");
        window.press(KeyCode.CONTROL, KeyCode.Z);
        assertThat(window.text("notice-text")).contains("may not take changes back");
        window.press(KeyCode.F2);
        assertThat(window.sees("cell-editor")).isFalse();
        assertThat(TestDatabases.ask(database, "SELECT count(*) FROM shq.action")).isEqualTo("0");

        window.click("nav-MASTER");
        window.focus(Table.MASTER, 0);
        window.press(KeyCode.ENTER);
        assertThat(buttons("record-addslot", "record-sidecar", "addslot")).doesNotContainValue(false);
        window.click("nav-RULES");
        assertThat(buttons("addrule", "switchrule")).doesNotContainValue(false);
        window.click("nav-BATCH");
        assertThat(buttons("review", "auditbatch", "promotebatch")).doesNotContainValue(false);
    }

    @Test
    void aStewardWorksAndLeavesTheRulesAlone() {
        open("steward");
        window.click("nav-INTAKE");
        window.focus(Table.INTAKE, 0);
        window.press(KeyCode.ENTER);
        assertThat(buttons("validate", "reject", "import", "review")).doesNotContainValue(true);
        assertThat(window.find("field-website", Node.class)).isInstanceOf(TextInputControl.class);
        assertThat(window.sees("drawer-fixed")).isFalse();
        window.click("nav-RULES");
        assertThat(buttons("addrule")).doesNotContainValue(false);
        assertThat(reason("addrule")).contains("may not change rules");
        window.click("nav-OVERVIEW");
        window.click("overview-limits");
        assertThat(reason("limits-ok")).contains("may not change limits");
    }

    @Test
    void anAdminIsOfferedAll() {
        open("admin");
        window.click("nav-RULES");
        assertThat(buttons("addrule")).doesNotContainValue(true);
        window.click("nav-OVERVIEW");
        window.click("overview-limits");
        assertThat(window.find("limits-ok", Button.class).isDisabled()).isFalse();
    }

    /// Which are disabled.
    private Map<String, Boolean> buttons(String... ids) {
        var found = new TreeMap<String, Boolean>();
        for (String id : ids) {
            found.put(id, window.onWindow(() -> window.find(id, Button.class).isDisabled()));
        }
        return found;
    }

    private String reason(String id) {
        return window.onWindow(() -> {
            var around = (Explained) window.find(id, Button.class).getParent();
            around.reason().getOnShowing().handle(null);
            return around.reason().getText();
        });
    }
}
