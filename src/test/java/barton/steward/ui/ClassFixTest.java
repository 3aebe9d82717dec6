package barton.steward.ui;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Table;
import barton.steward.model.query.Query;
import barton.steward.model.validation.Rule;
import barton.steward.service.Session;
import barton.steward.support.SampleSession;
import barton.steward.support.TestDatabases;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Fixing a class of rows and changing rules, and taking both back in the window.
class ClassFixTest {
    private static final String BATCH = "20251024-WV-BATCH1";

    private DataSource database;
    private TestWindow window;

    @BeforeEach
    void open() {
        database = SampleSession.intake(446);
        Session session = SampleSession.over(database);
        session.validation().validate(Entity.COMPANY, BATCH, "standard");
        window = TestWindow.over(session, 1440, 900);
    }

    @Test
    void aClassFixIsTakenBack() {
        String before = intake();
        window.run(() -> window.main().open(Query.all(Table.INTAKE).where(Rule.broken("website_present"))));
        window.settle();
        window.press(KeyCode.F);
        window.run(() -> window.find("fix-kind", ComboBox.class).getSelectionModel().selectFirst());
        window.run(() -> window.find("fix-value", TextField.class).setText("https://unknown.example"));
        assertThat(window.text("fix-ok")).isEqualTo("Fix 44 rows");
        window.click("fix-ok");
        assertThat(TestDatabases.ask(database, "SELECT count(*) FROM intake.company_raw_intake WHERE website = 'https://unknown.example'"))
                .isEqualTo("44");

        window.press(KeyCode.CONTROL, KeyCode.Z);
        assertThat(window.text("confirm-ok")).isEqualTo("Take it back");
        window.click("confirm-ok");
        assertThat(intake()).isEqualTo(before);
    }

    @Test
    void aChangeOfARuleIsTakenBack() {
        window.click("nav-RULES");
        window.click("rule-on-website_present");
        assertThat(enabled()).isEqualTo("f");
        window.press(KeyCode.CONTROL, KeyCode.Z);
        window.click("confirm-ok");
        assertThat(enabled()).isEqualTo("t");
        assertThat(window.find("rule-on-website_present", CheckBox.class).isSelected()).isTrue();
    }

    private String intake() {
        return TestDatabases.ask(database, "SELECT string_agg(to_jsonb(i)::text, ' ' ORDER BY i.id) FROM intake.company_raw_intake i");
    }

    private String enabled() {
        return TestDatabases.ask(database, "SELECT enabled FROM shq.validation_rule WHERE code = 'website_present'");
    }
}
