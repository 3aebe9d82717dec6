package barton.steward.ui.sidecars;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Table;
import barton.steward.support.SampleSession;
import barton.steward.ui.actions.TestContext;
import java.util.List;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SidecarDialogTest {
    private final DataSource database = SampleSession.worked(100);
    private TestContext context;

    @BeforeEach
    void show() {
        context = TestContext.show(SampleSession.over(database), 1000, 900, b -> new Region());
    }

    @Test
    void aCompanyWithoutASidecarGetsOne() {
        String company = open("SELECT max(m.company_unique_id) FROM marketing.company_master m"
                + " WHERE NOT EXISTS (SELECT FROM marketing.company_sidecar s WHERE s.company_unique_id = m.company_unique_id)");
        assertThat(context.text("sidecar-none")).contains("which is normal");
        context.click("sidecar-clay_tags");
        context.robot.write("growing");
        context.press(KeyCode.ENTER);
        context.robot.write("b2b,west");
        text("sidecar-confidence_score", "92");
        text("sidecar-enrichment_source", "clay");
        context.run(() -> context.find("sidecar-enrichment_payload", TextArea.class).setText("{\"employees\": 120}"));
        context.picture("sidecar-form");
        context.click("sidecar-ok");
        assertThat(context.sees("sidecar")).isFalse();
        assertThat(value(company, "clay_tags::text || confidence_score || enrichment_source || (enrichment_payload ->> 'employees')"))
                .isEqualTo("{growing,b2b,west}92.00clay120");
        assertThat(context.changes).containsExactly(List.of(Table.COMPANY_SIDECARS));
    }

    @Test
    void aChipIsTakenAwayByItsCross() {
        String company = open("SELECT min(company_unique_id) FROM marketing.company_sidecar");
        context.click("sidecar-clay_tags-0");
        context.click("sidecar-ok");
        assertThat(value(company, "clay_tags::text")).isEqualTo("{b2b}");
    }

    @Test
    void aFaultInThePayloadIsToldByLineAndColumnAndNothingIsSaved() {
        String company = open("SELECT min(company_unique_id) FROM marketing.company_sidecar");
        String before = value(company, "enrichment_payload");
        context.click("edit-sidecar-enrichment_payload");
        context.run(() -> context.find("sidecar-enrichment_payload", TextArea.class).setText("{\"a\": 1,\n \"b\": }"));
        assertThat(context.text("fault-sidecar-enrichment_payload")).isEqualTo("That is not valid JSON: look at line 2, character 7.");
        context.click("sidecar-ok");
        assertThat(context.text("sidecar-problem-message")).contains("line 2, character 7");
        assertThat(value(company, "enrichment_payload")).isEqualTo(before);
    }

    @Test
    void whatSomebodyElseSavedMeanwhileIsShownAndNotOverwritten() {
        String company = open("SELECT min(company_unique_id) FROM marketing.company_sidecar");
        run(database, "UPDATE marketing.company_sidecar SET ein_number = '99-9', enrichment_source = 'theirs'"
                + " WHERE company_unique_id = '" + company + "'");
        text("sidecar-enrichment_source", "mine");
        context.click("sidecar-ok");
        assertThat(context.text("sidecar-problem-message")).contains("nothing was overwritten", "99-9", "theirs");
        assertThat(value(company, "enrichment_source")).isEqualTo("theirs");
        assertThat(context.onWindow(() -> context.find("sidecar-ein_number", TextField.class).getText())).isEqualTo("99-9");
        context.click("sidecar-ok");
        assertThat(value(company, "enrichment_source || ein_number")).isEqualTo("mine99-9");
    }

    private String value(String company, String expression) {
        return ask(database, "SELECT " + expression + " FROM marketing.company_sidecar WHERE company_unique_id = '" + company + "'");
    }

    private String open(String question) {
        String company = ask(database, question);
        context.run(() -> SidecarDialog.open(context, Table.COMPANY_SIDECARS, company));
        return company;
    }

    private void text(String id, String text) {
        context.run(() -> context.find(id, TextField.class).setText(text));
    }
}
