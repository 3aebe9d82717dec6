package barton.steward.ui.rules;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.model.validation.Rule;
import barton.steward.model.validation.RuleKind;
import barton.steward.model.validation.Severity;
import barton.steward.support.SampleSession;
import barton.steward.support.TestDatabases;
import barton.steward.ui.task.Tasks;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RulesViewModelTest {
    private DataSource database;
    private final List<Long> actions = new ArrayList<>();
    private RulesViewModel model;

    @BeforeEach
    void open() {
        database = SampleSession.intake(20);
        model = new RulesViewModel(SampleSession.over(database), Tasks.onSameThread(failure -> {
            throw new AssertionError(failure.cause());
        }), actions::add);
        model.refresh();
    }

    @Test
    void anOwnRuleIsTriedBeforeItIsSaved() {
        write("short_name", "company", RuleKind.LENGTH, "{\"min\": 200}");
        model.batchProperty().set("20251101-WV-BATCH2");
        model.attempt();
        assertThat(model.trialProperty().get().checked()).isEqualTo(5);
        assertThat(model.trialProperty().get().failing()).containsExactly(4L, 8L, 12L, 16L, 20L);
        assertThat(count("code = 'short_name'")).isEqualTo("0");
        model.save();
        assertThat(model.editingProperty().get()).isFalse();
        assertThat(model.rules()).anyMatch(rule -> rule.code().equals("short_name") && model.own(rule));
    }

    @Test
    void aBadExpressionIsRefusedAndWhatWasWrittenStays() {
        write("odd", "website", RuleKind.REGEX, "{\"pattern\": \"(\"}");
        model.save();
        assertThat(model.problemProperty().get().getMessage()).contains("is no regular expression");
        assertThat(model.editingProperty().get()).isTrue();
        assertThat(model.draft().parametersProperty().get()).isEqualTo("{\"pattern\": \"(\"}");
        model.draft().parametersProperty().set("{\"pattern\": \"x\"}");
        assertThat(model.problemProperty().get()).isNull();
        model.save();
        assertThat(count("code = 'odd'")).isEqualTo("1");
    }

    @Test
    void parametersThatAreNoJsonAreRefused() {
        write("odd", "website", RuleKind.REGEX, "{pattern");
        model.attempt();
        assertThat(model.problemProperty().get().getMessage()).isNotBlank();
        assertThat(model.trialProperty().get()).isNull();
    }

    @Test
    void aTrialHoldsForTheRuleThatWasTriedOnly() {
        write("short_name", "company", RuleKind.LENGTH, "{\"min\": 200}");
        model.attempt();
        model.draft().parametersProperty().set("{\"min\": 2}");
        assertThat(model.trialProperty().get()).isNull();
    }

    @Test
    void aNewRuleNeverTakesThePlaceOfAnother() {
        write("website_present", "website", RuleKind.REQUIRED, "{}");
        model.save();
        assertThat(model.problemProperty().get().getMessage()).contains("has a rule website_present already");
        assertThat(rule("website_present").severity()).isEqualTo(Severity.ERROR);
    }

    @Test
    void aRuleIsSwitchedOffAndOnAgain() {
        model.enable(rule("website_present"), false);
        assertThat(rule("website_present").enabled()).isFalse();
        model.enable(rule("website_present"), true);
        assertThat(rule("website_present").enabled()).isTrue();
    }

    @Test
    void theChosenRuleStaysChosenWhereTheRulesAreReadAnew() {
        model.selectedProperty().set(rule("website_present"));
        model.enable(rule("website_present"), false);
        assertThat(model.selectedProperty().get()).isEqualTo(rule("website_present"));
    }

    @Test
    void aChangedRuleKeepsItsPlaceAndItsSwitch() {
        Rule before = rule("website_present");
        model.edit(before);
        assertThat(model.unsaved()).isFalse();
        model.draft().messageProperty().set("is not there");
        assertThat(model.unsaved()).isTrue();
        model.save();
        assertThat(rule("website_present")).isEqualTo(new Rule(before.set(), before.code(), before.entity(), before.field(),
                before.kind(), before.parameters(), before.severity(), "is not there", true, before.position()));
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsNotOverwritten() {
        model.edit(rule("website_present"));
        model.draft().messageProperty().set("is not there");
        TestDatabases.run(database, "UPDATE shq.validation_rule SET severity = 'warning' WHERE code = 'website_present'");
        model.save();
        assertThat(model.problemProperty().get().getMessage()).contains("Somebody else changed or removed the rule website_present");
        assertThat(count("message = 'is not there'")).isEqualTo("0");
        assertThat(model.draft().messageProperty().get()).isEqualTo("is not there");
    }

    @Test
    void aSwitchDoesNotDisturbWriting() {
        model.edit(rule("website_present"));
        model.draft().messageProperty().set("is not there");
        model.enable(rule("website_present"), false);
        model.save();
        assertThat(count("message = 'is not there' AND NOT enabled")).isEqualTo("1");
        assertThat(actions).hasSize(2);
    }

    @Test
    void whatBecameOfARuleIsShownWithWhoDidIt() {
        model.enable(rule("website_present"), false);
        model.edit(rule("website_present"));
        assertThat(model.history()).singleElement().satisfies(change -> {
            assertThat(change.field() + " " + change.before() + " " + change.after()).isEqualTo("enabled true false");
            assertThat(change.action().executor()).isEqualTo("ann");
            assertThat(change.action().id()).isEqualTo(actions.getFirst());
        });
        model.add();
        assertThat(model.history()).isEmpty();
    }

    @Test
    void savingWhatIsNotChangedWritesNothing() {
        model.edit(rule("website_present"));
        model.save();
        assertThat(model.editingProperty().get()).isFalse();
        assertThat(actions).isEmpty();
    }

    @Test
    void onlyOwnRulesAreDeleted() {
        assertThat(model.own(rule("website_present"))).isFalse();
        write("short_name", "company", RuleKind.LENGTH, "{\"min\": 2}");
        model.save();
        model.delete(rule("short_name"));
        assertThat(count("code = 'short_name'")).isEqualTo("0");
    }

    private void write(String code, String field, RuleKind kind, String parameters) {
        model.add();
        model.draft().codeProperty().set(code);
        model.draft().fieldProperty().set(field);
        model.draft().kindProperty().set(kind);
        model.draft().parametersProperty().set(parameters);
        model.draft().messageProperty().set("is odd");
        assertThat(model.draft().complete().get()).isTrue();
    }

    private Rule rule(String code) {
        return model.rules().stream().filter(rule -> rule.code().equals(code)).findFirst().orElseThrow();
    }

    private String count(String condition) {
        return TestDatabases.ask(database, "SELECT count(*) FROM shq.validation_rule WHERE " + condition);
    }
}
