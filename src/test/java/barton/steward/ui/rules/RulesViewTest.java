package barton.steward.ui.rules;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Entity;
import barton.steward.model.StewardException;
import barton.steward.model.query.Selection;
import barton.steward.model.validation.Rule;
import barton.steward.model.validation.RuleKind;
import barton.steward.support.SampleSession;
import barton.steward.support.TestDatabases;
import barton.steward.ui.actions.TestContext;
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
    private TestContext context;

    @BeforeEach
    void open() {
        database = SampleSession.intake(446);
        context = TestContext.show(SampleSession.over(database), 1200, 800, b -> {
            view = new RulesView(b);
            return view.node();
        });
        context.run(view::refresh);
    }

    @Test
    void anOwnRuleIsTriedWithTheWayToItsRowsAndThenSaved() {
        context.picture("rules");
        context.click("addrule");
        write("{\"min\": 200}");
        context.click("tryrule");
        assertThat(context.text("rule-trial")).isEqualTo("Would fail 111 of 111");
        context.picture("rules-tried");
        context.run(context.find("rule-trial", Hyperlink.class)::fire);
        assertThat(context.opened).hasSize(1);
        assertThat(context.session().tables().count(Selection.all(context.opened.getFirst()))).isEqualTo(111);
        context.click("saverule");
        assertThat(count("code = 'long_name' AND kind = 'length' AND enabled")).isEqualTo("1");
        assertThat(context.sees("rule-form")).isFalse();
    }

    @Test
    @SuppressWarnings("unchecked")
    void theFieldsOfTheChosenEntityAreOfferedAndWhatIsWrittenStays() {
        context.click("addrule");
        assertThat(fields()).contains("Phone").doesNotContain("Title");
        write("{}");
        context.run(() -> context.find("rule-entity", ComboBox.class).setValue(Entity.PERSON));
        assertThat(fields()).contains("Title", "Work phone").doesNotContain("Phone", "Validated");
        assertThat(context.find("rule-field", ComboBox.class).getEditor().getText()).isEqualTo("company");
        context.run(() -> context.find("rule-field", ComboBox.class).setValue("Title"));
        context.run(() -> context.find("rule-entity", ComboBox.class).setValue(Entity.COMPANY));
        assertThat(fields()).contains("Phone").doesNotContain("Title");
        assertThat(context.find("rule-field", ComboBox.class).getEditor().getText()).isEqualTo("Title");
    }

    @Test
    void aTrialThatTakesLongIsWorkThatCanBeCancelled() throws SQLException {
        context.click("addrule");
        write("{\"min\": 200}");
        try (var blocker = database.getConnection(); var statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("LOCK TABLE intake.company_raw_intake IN ACCESS EXCLUSIVE MODE");
            context.robot.clickOn(context.find("tryrule", Button.class));
            assertThat(context.<Integer>onWindow(() -> context.tasks().works().size())).isEqualTo(1);
            context.run(() -> context.tasks().works().getFirst().cancel());
        }
        assertThat(context.failures).singleElement()
                .satisfies(failure -> assertThat(failure.cause().kind()).isEqualTo(StewardException.Kind.CANCELLED));
        assertThat(context.sees("rule-trial")).isFalse();
        assertThat(context.sees("rule-problem-message")).isFalse();
        context.click("tryrule");
        assertThat(context.text("rule-trial")).isEqualTo("Would fail 111 of 111");
    }

    @Test
    void aRefusedParameterIsToldAtItsPlaceAndNothingIsLost() {
        context.click("addrule");
        write("{\"least\": 2}");
        context.click("saverule");
        assertThat(context.text("rule-problem-message")).contains("has no parameter least");
        context.picture("rules-refused");
        assertThat(context.find("rule-parameters", TextArea.class).getText()).isEqualTo("{\"least\": 2}");
        context.click("closerule");
        assertThat(context.text("confirm-ok")).isEqualTo("Discard it");
        context.click("confirm-cancel");
        assertThat(context.find("rule-code", TextField.class).getText()).isEqualTo("long_name");
    }

    @Test
    void theSwitchStandsInTheLine() {
        context.click("rule-on-website_present");
        assertThat(count("code = 'website_present' AND NOT enabled")).isEqualTo("1");
    }

    @Test
    void anOwnRuleIsDeletedAfterAskingAndAStandardRuleIsNot() {
        TestDatabases.run(database, "INSERT INTO shq.validation_rule (rule_set, code, entity, field, kind, severity, message)"
                + " VALUES ('a_set', 'mine', 'company', 'industry', 'required', 'warning', 'is missing')");
        context.run(view::refresh);
        select("website_present");
        assertThat(context.find("deleterule", Button.class).isDisabled()).isTrue();
        select("mine");
        context.click("deleterule");
        context.click("confirm-ok");
        assertThat(count("code = 'mine'")).isEqualTo("0");
    }

    @Test
    void aPlaceholderIsAddedAfterItWasSaidHowManyRowsSayIt() {
        TestDatabases.run(database, "UPDATE intake.company_raw_intake SET industry = 'Bitte wählen' WHERE id = 1");
        context.click("placeholders");
        assertThat(context.find("placeholder-ok", Button.class).isDisabled()).isTrue();
        context.run(() -> context.find("placeholder-text", TextField.class).setText("Bitte Wählen"));
        context.click("placeholder-add");
        assertThat(context.text("placeholder-effect"))
                .isEqualTo("1 row of intake has a cell that says “bitte wählen”, which becomes empty from now on.");
        context.picture("placeholders");
        context.click("placeholder-ok");
        assertThat(TestDatabases.ask(database, "SELECT shq.filled_in('Bitte wählen')")).isEqualTo("f");
        assertThat(context.sees("placeholder-ok")).isFalse();
    }

    @Test
    void aSwitchedRuleStaysChosen() {
        select("website_present");
        context.click("switchrule");
        context.click("switchrule");
        assertThat(count("code = 'website_present' AND enabled")).isEqualTo("1");
        context.click("editrule");
        assertThat(context.find("rule-message", TextField.class).getText()).isEqualTo("is missing");
        context.picture("rules-history");
        assertThat(context.sees("rule-code")).as("its name stays").isFalse();
    }

    @Test
    void aChosenRuleIsEdited() {
        select("website_present");
        context.click("editrule");
        context.run(() -> context.find("rule-message", TextField.class).setText("is not there"));
        context.click("saverule");
        assertThat(count("code = 'website_present' AND message = 'is not there' AND position < 1000")).isEqualTo("1");
    }

    @SuppressWarnings("unchecked")
    private void write(String parameters) {
        context.run(() -> {
            context.find("rule-code", TextField.class).setText("long_name");
            context.find("rule-field", ComboBox.class).getEditor().setText("company");
            context.find("rule-kind", ComboBox.class).setValue(RuleKind.LENGTH);
            context.find("rule-message", TextField.class).setText("is short");
            context.find("rule-parameters", TextArea.class).setText(parameters);
            context.find("rule-batch", ComboBox.class).setValue("20251101-WV-BATCH2");
        });
    }

    @SuppressWarnings("unchecked")
    private void select(String code) {
        context.run(() -> {
            TableView<Rule> table = context.find("rules-table", TableView.class);
            table.getItems().stream().filter(rule -> rule.code().equals(code)).forEach(table.getSelectionModel()::select);
        });
    }

    @SuppressWarnings("unchecked")
    private List<String> fields() {
        return List.copyOf(context.find("rule-field", ComboBox.class).getItems());
    }

    private String count(String condition) {
        return TestDatabases.ask(database, "SELECT count(*) FROM shq.validation_rule WHERE " + condition);
    }
}
