package barton.steward.ui.rules;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.model.Rule;
import barton.steward.model.RuleEntity;
import barton.steward.model.RuleKind;
import barton.steward.model.Selection;
import barton.steward.model.StewardException;
import barton.steward.support.SampleDesk;
import barton.steward.support.TestDatabases;
import barton.steward.ui.support.TestBench;
import java.sql.SQLException;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RulesViewTest {
    private DataSource database;
    private RulesView view;
    private TestBench bench;

    @BeforeEach
    void open() {
        database = SampleDesk.intake(446);
        bench = TestBench.show(SampleDesk.over(database), 1200, 800, b -> {
            view = new RulesView(b);
            return view.node();
        });
        bench.run(view::refresh);
    }

    @Test
    void anOwnRuleIsTriedWithTheWayToItsRowsAndThenSaved() {
        bench.picture("rules");
        bench.click("addrule");
        write("{\"min\": 200}");
        bench.click("tryrule");
        assertThat(bench.text("rule-trial")).isEqualTo("Would fail 111 of 111");
        bench.picture("rules-tried");
        bench.run(bench.find("rule-trial", Hyperlink.class)::fire);
        assertThat(bench.opened).hasSize(1);
        assertThat(bench.desk().daos().tables().count(Selection.all(bench.opened.getFirst()))).isEqualTo(111);
        bench.click("saverule");
        assertThat(count("code = 'long_name' AND kind = 'length' AND enabled")).isEqualTo("1");
        assertThat(bench.sees("rule-form")).isFalse();
    }

    @Test
    @SuppressWarnings("unchecked")
    void theFieldsOfTheChosenEntityAreOfferedAndWhatIsWrittenStays() {
        bench.click("addrule");
        assertThat(fields()).contains("company_phone").doesNotContain("title");
        write("{}");
        bench.run(() -> bench.find("rule-entity", ComboBox.class).setValue(RuleEntity.PERSON));
        assertThat(fields()).contains("title", "work_phone").doesNotContain("company_phone", "validated");
        assertThat(bench.find("rule-field", ComboBox.class).getEditor().getText()).isEqualTo("company");
        bench.run(() -> bench.find("rule-field", ComboBox.class).setValue("title"));
        bench.run(() -> bench.find("rule-entity", ComboBox.class).setValue(RuleEntity.COMPANY));
        assertThat(fields()).contains("company_phone").doesNotContain("title");
        assertThat(bench.find("rule-field", ComboBox.class).getEditor().getText()).isEqualTo("title");
    }

    @Test
    void aTrialThatTakesLongIsWorkThatCanBeCancelled() throws SQLException {
        bench.click("addrule");
        write("{\"min\": 200}");
        try (var blocker = database.getConnection(); var statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("LOCK TABLE intake.company_raw_intake IN ACCESS EXCLUSIVE MODE");
            bench.robot.clickOn(bench.find("tryrule", Button.class));
            assertThat(bench.<Integer>onWindow(() -> bench.tasks().works().size())).isEqualTo(1);
            bench.run(() -> bench.tasks().works().getFirst().cancel());
        }
        assertThat(bench.failures).singleElement()
                .satisfies(failure -> assertThat(failure.cause().kind()).isEqualTo(StewardException.Kind.CANCELLED));
        assertThat(bench.sees("rule-trial")).isFalse();
        assertThat(bench.sees("rule-problem-message")).isFalse();
        bench.click("tryrule");
        assertThat(bench.text("rule-trial")).isEqualTo("Would fail 111 of 111");
    }

    @Test
    void aRefusedParameterIsToldAtItsPlaceAndNothingIsLost() {
        bench.click("addrule");
        write("{\"least\": 2}");
        bench.click("saverule");
        assertThat(bench.text("rule-problem-message")).contains("has no parameter least");
        bench.picture("rules-refused");
        assertThat(bench.find("rule-parameters", TextArea.class).getText()).isEqualTo("{\"least\": 2}");
        bench.click("closerule");
        assertThat(bench.text("confirm-ok")).isEqualTo("Discard it");
        bench.click("confirm-cancel");
        assertThat(bench.find("rule-code", TextField.class).getText()).isEqualTo("long_name");
    }

    @Test
    void theSwitchStandsInTheLine() {
        bench.click("rule-on-website_present");
        assertThat(count("code = 'website_present' AND NOT enabled")).isEqualTo("1");
    }

    @Test
    void anOwnRuleIsDeletedAfterAskingAndAStandardRuleIsNot() {
        TestDatabases.run(database, "INSERT INTO shq.validation_rule (rule_set, code, entity, field, kind, severity, message)"
                + " VALUES ('a_set', 'mine', 'company', 'industry', 'required', 'warning', 'is missing')");
        bench.run(view::refresh);
        select("website_present");
        assertThat(bench.find("deleterule", Button.class).isDisabled()).isTrue();
        select("mine");
        bench.click("deleterule");
        bench.click("confirm-ok");
        assertThat(count("code = 'mine'")).isEqualTo("0");
    }

    @Test
    void aSwitchedRuleStaysChosen() {
        select("website_present");
        bench.click("switchrule");
        bench.click("switchrule");
        assertThat(count("code = 'website_present' AND enabled")).isEqualTo("1");
        bench.click("editrule");
        assertThat(bench.find("rule-message", TextField.class).getText()).isEqualTo("is missing");
        bench.picture("rules-history");
        assertThat(bench.sees("rule-code")).as("its name stays").isFalse();
    }

    @Test
    void aChosenRuleIsEdited() {
        select("website_present");
        bench.click("editrule");
        bench.run(() -> bench.find("rule-message", TextField.class).setText("is not there"));
        bench.click("saverule");
        assertThat(count("code = 'website_present' AND message = 'is not there' AND position < 1000")).isEqualTo("1");
    }

    @SuppressWarnings("unchecked")
    private void write(String parameters) {
        bench.run(() -> {
            bench.find("rule-code", TextField.class).setText("long_name");
            bench.find("rule-field", ComboBox.class).getEditor().setText("company");
            bench.find("rule-kind", ComboBox.class).setValue(RuleKind.LENGTH);
            bench.find("rule-message", TextField.class).setText("is short");
            bench.find("rule-parameters", TextArea.class).setText(parameters);
            bench.find("rule-batch", ComboBox.class).setValue("20251101-WV-BATCH2");
        });
    }

    @SuppressWarnings("unchecked")
    private void select(String code) {
        bench.run(() -> {
            TableView<Rule> table = bench.find("rules-table", TableView.class);
            table.getItems().stream().filter(rule -> rule.code().equals(code)).forEach(table.getSelectionModel()::select);
        });
    }

    @SuppressWarnings("unchecked")
    private List<String> fields() {
        return List.copyOf(bench.find("rule-field", ComboBox.class).getItems());
    }

    private String count(String condition) {
        return TestDatabases.ask(database, "SELECT count(*) FROM shq.validation_rule WHERE " + condition);
    }
}
