package barton.steward.ui.sidecars;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.model.Table;
import barton.steward.support.SampleDesk;
import barton.steward.ui.support.TestBench;
import java.util.List;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SidecarDialogTest {
    private final DataSource database = SampleDesk.worked(100);
    private TestBench bench;

    @BeforeEach
    void show() {
        bench = TestBench.show(SampleDesk.over(database), 1000, 900, b -> new Region());
    }

    @Test
    void aCompanyWithoutASidecarGetsOne() {
        String company = open("SELECT max(m.company_unique_id) FROM marketing.company_master m"
                + " WHERE NOT EXISTS (SELECT FROM marketing.company_sidecar s WHERE s.company_unique_id = m.company_unique_id)");
        assertThat(bench.text("sidecar-none")).contains("which is normal");
        bench.click("sidecar-clay_tags");
        bench.robot.write("growing");
        bench.press(KeyCode.ENTER);
        bench.robot.write("b2b,west");
        text("sidecar-confidence_score", "92");
        text("sidecar-enrichment_source", "clay");
        bench.run(() -> bench.find("sidecar-enrichment_payload", TextArea.class).setText("{\"employees\": 120}"));
        bench.picture("sidecar-form");
        bench.click("sidecar-ok");
        assertThat(bench.sees("sidecar")).isFalse();
        assertThat(value(company, "clay_tags::text || confidence_score || enrichment_source || (enrichment_payload ->> 'employees')"))
                .isEqualTo("{growing,b2b,west}92.00clay120");
        assertThat(bench.changes).containsExactly(List.of(Table.COMPANY_SIDECARS));
    }

    @Test
    void aChipIsTakenAwayByItsCross() {
        String company = open("SELECT min(company_unique_id) FROM marketing.company_sidecar");
        bench.click("sidecar-clay_tags-0");
        bench.click("sidecar-ok");
        assertThat(value(company, "clay_tags::text")).isEqualTo("{b2b}");
    }

    @Test
    void aFaultInThePayloadIsToldByLineAndColumnAndNothingIsSaved() {
        String company = open("SELECT min(company_unique_id) FROM marketing.company_sidecar");
        String before = value(company, "enrichment_payload");
        bench.click("edit-sidecar-enrichment_payload");
        bench.run(() -> bench.find("sidecar-enrichment_payload", TextArea.class).setText("{\"a\": 1,\n \"b\": }"));
        assertThat(bench.text("fault-sidecar-enrichment_payload")).startsWith("That is not valid JSON, line 2, column 7");
        bench.click("sidecar-ok");
        assertThat(bench.text("sidecar-problem-message")).contains("line 2, column 7");
        assertThat(value(company, "enrichment_payload")).isEqualTo(before);
    }

    @Test
    void whatSomebodyElseSavedMeanwhileIsShownAndNotOverwritten() {
        String company = open("SELECT min(company_unique_id) FROM marketing.company_sidecar");
        run(database, "UPDATE marketing.company_sidecar SET ein_number = '99-9', enrichment_source = 'theirs'"
                + " WHERE company_unique_id = '" + company + "'");
        text("sidecar-enrichment_source", "mine");
        bench.click("sidecar-ok");
        assertThat(bench.text("sidecar-problem-message")).contains("nothing was overwritten", "99-9", "theirs");
        assertThat(value(company, "enrichment_source")).isEqualTo("theirs");
        assertThat(bench.onWindow(() -> bench.find("sidecar-ein_number", TextField.class).getText())).isEqualTo("99-9");
        bench.click("sidecar-ok");
        assertThat(value(company, "enrichment_source || ein_number")).isEqualTo("mine99-9");
    }

    private String value(String company, String expression) {
        return ask(database, "SELECT " + expression + " FROM marketing.company_sidecar WHERE company_unique_id = '" + company + "'");
    }

    private String open(String question) {
        String company = ask(database, question);
        bench.run(() -> SidecarDialog.open(bench, Table.COMPANY_SIDECARS, company));
        return company;
    }

    private void text(String id, String text) {
        bench.run(() -> bench.find(id, TextField.class).setText(text));
    }
}
