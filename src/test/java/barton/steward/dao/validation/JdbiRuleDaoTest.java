package barton.steward.dao.validation;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import barton.steward.catalog.Entity;
import barton.steward.dao.Daos;
import barton.steward.dao.JdbiDaos;
import barton.steward.db.Database;
import barton.steward.model.StewardException;
import barton.steward.model.Work;
import barton.steward.model.history.Action;
import barton.steward.model.history.UndoResult;
import barton.steward.model.query.Query;
import barton.steward.model.query.Row;
import barton.steward.model.query.Selection;
import barton.steward.model.validation.Rule;
import barton.steward.model.validation.RuleDryRun;
import barton.steward.model.validation.RuleKind;
import barton.steward.model.validation.Severity;
import barton.steward.service.question.FigureQueries;
import barton.steward.support.TestDatabases;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Changing rules, which stands in the history and is taken back, and trying them.
class JdbiRuleDaoTest {
    private static final Rule OWN = new Rule("own", "city", Entity.COMPANY, "company_city", RuleKind.REQUIRED, "{}", Severity.WARNING,
            "is missing", true, 5);

    private final DataSource source = TestDatabases.migrated();
    private final Daos daos = JdbiDaos.over(Database.over(source));
    private final RuleDao rules = daos.rules();

    @Test
    void everyChangeOfARuleStandsInTheHistory() {
        Rule longer = new Rule("own", "city", Entity.COMPANY, "company_city", RuleKind.LENGTH, "{\"min\": 3}", Severity.ERROR,
                "is short", true, 5);
        rules.add(OWN, "ann");
        rules.change(OWN, OWN.switched(false), "bea");
        rules.change(OWN.switched(false), OWN, "bea");
        rules.change(OWN, longer, "ann");
        assertThat(rules.rules()).contains(longer).hasSize(41);
        rules.remove(longer, "carl");

        assertThat(rules.rule("own", "city")).isEmpty();
        assertThat(daos.history().latest(10)).extracting(a -> a.kind() + ": " + a.summary() + " by " + a.executor() + ", " + a.rows())
                .containsExactly("rule: Removed the rule city of own by carl, 1", "rule: Changed the rule city of own by ann, 1",
                        "rule: Switched on the rule city of own by bea, 1", "rule: Switched off the rule city of own by bea, 1",
                        "rule: Added the rule city of own by ann, 1");
        assertThat(daos.history().ofRule(OWN, 20)).filteredOn(change -> change.action().summary().startsWith("Changed"))
                .extracting(change -> change.field() + ": " + change.before() + " → " + change.after())
                .containsExactly("kind: required → length", "message: is missing → is short", "parameters: {} → {\"min\": 3}",
                        "severity: warning → error");
    }

    @Test
    void everyChangeIsTakenBack() {
        long added = rules.add(OWN, "ann");
        long switched = rules.change(OWN, OWN.switched(false), "ann");
        assertThat(daos.history().latestStanding("ann").map(Action::id)).contains(switched);

        assertThat(undo(added)).isEqualTo(new UndoResult.Refused(List.of("The rule was changed since.")));
        assertThat(undo(switched)).isInstanceOf(UndoResult.Undone.class);
        assertThat(rules.rule("own", "city")).contains(OWN);
        assertThat(undo(switched)).isInstanceOfSatisfying(UndoResult.Refused.class,
                refused -> assertThat(refused.reasons()).singleElement().asString().startsWith("It was taken back already, by action"));
        long removed = rules.remove(OWN, "ann");
        assertThat(undo(removed)).isInstanceOf(UndoResult.Undone.class);
        assertThat(rules.rule("own", "city")).contains(OWN);
        UndoResult.Undone gone = (UndoResult.Undone) undo(added);
        assertThat(rules.rule("own", "city")).isEmpty();
        assertThat(daos.history().latest(1)).singleElement().satisfies(action -> {
            assertThat(action.id()).isEqualTo(gone.actionId());
            assertThat(action.kind() + ": " + action.summary()).isEqualTo("undo: Took back: Added the rule city of own");
        });
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsLeftAlone() {
        rules.add(OWN, "ann");
        run(source, "UPDATE shq.validation_rule SET message = 'is not told' WHERE code = 'city'");

        for (Runnable slip : List.<Runnable>of(() -> rules.change(OWN, OWN.switched(false), "ann"), () -> rules.remove(OWN, "ann"))) {
            assertThatThrownBy(slip::run).isInstanceOfSatisfying(StewardException.class,
                    e -> assertThat(e.kind()).isEqualTo(StewardException.Kind.REFUSED))
                    .hasMessageContaining("Somebody else changed or removed the rule city of own");
        }
        assertThatThrownBy(() -> rules.add(OWN, "ann")).hasMessageContaining("has a rule city already");
        assertThat(ask(source, "SELECT count(*) FROM shq.action")).isEqualTo("1");
    }

    @Test
    void aTrialTellsHowFarItIsAndLeadsToEveryRowThatWouldFail() throws Exception {
        run(source, """
                INSERT INTO intake.company_raw_intake (company, company_city, import_batch_id)
                SELECT 'C' || n, CASE WHEN n % 20 = 0 THEN 'Elkins' END, CASE WHEN n <= 12000 THEN 'B' ELSE 'C' END
                FROM generate_series(1, 13000) n""");
        var told = new ArrayList<Long>();

        RuleDryRun trial = new Work(told::add).run(() -> rules.attempt(OWN, "B"));

        assertThat(trial.checked()).isEqualTo(12_000);
        assertThat(trial.failing()).hasSize(11_400).isSorted();
        assertThat(told).containsExactly(5_000L, 10_000L, 12_000L);
        Query failing = FigureQueries.wouldFail(trial);
        assertThat(daos.tables().count(Selection.all(failing))).isEqualTo(11_400);
        run(source, "UPDATE intake.company_raw_intake SET company_city = 'Elkins' WHERE id = 1");
        assertThat(daos.tables().count(Selection.all(failing))).as("asked anew").isEqualTo(11_399);
        assertThat(daos.tables().page(failing, Optional.empty(), 2)).extracting(Row::key).containsExactly(2L, 3L);
    }

    @Test
    void aTrialIsCancelledBetweenItsPortions() {
        run(source, "INSERT INTO intake.company_raw_intake (import_batch_id) SELECT 'B' FROM generate_series(1, 12000)");
        var works = new ArrayList<Work>();
        var work = new Work(rows -> works.getFirst().cancel());
        works.add(work);

        assertThatThrownBy(() -> work.run(() -> rules.attempt(OWN, "B"))).isInstanceOfSatisfying(StewardException.class,
                e -> assertThat(e.kind()).isEqualTo(StewardException.Kind.CANCELLED));
    }

    @ParameterizedTest
    @EnumSource
    void theDatabaseKnowsEveryKindOfRule(RuleKind kind) {
        String source = ask(this.source, "SELECT prosrc FROM pg_proc WHERE oid = 'shq.rule_check'::regproc");
        assertThat(source).contains("WHEN '" + kind.name().toLowerCase(Locale.ROOT) + "'");
    }

    private UndoResult undo(long action) {
        return daos.history().undo(action, "ann");
    }
}
