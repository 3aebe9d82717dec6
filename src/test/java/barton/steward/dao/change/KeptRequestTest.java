package barton.steward.dao.change;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.Table;
import barton.steward.dao.Daos;
import barton.steward.dao.JdbiDaos;
import barton.steward.db.Database;
import barton.steward.model.StewardException;
import barton.steward.model.history.EditResult;
import barton.steward.model.history.UndoResult;
import barton.steward.model.matching.DecideResult;
import barton.steward.model.matching.MatchThresholds;
import barton.steward.model.matching.MatchVerdict;
import barton.steward.model.matching.PairFilter;
import barton.steward.model.query.Selection;
import barton.steward.model.validation.Rule;
import barton.steward.model.view.SavedView;
import barton.steward.support.Proxy;
import barton.steward.support.TestDatabases;
import barton.steward.support.TestPostgres;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is done without a request of its own, and whose connection breaks between the commit and the reply, is looked up: it is answered as
/// if the reply had come, and done once.
class KeptRequestTest {
    private static final String RUN = "SELECT max(validation_run_id) FROM public.shq_validation_log WHERE validation_run_id LIKE 'VLD-%'";
    /// The statement as it is sent, and no part of another one.
    private static final String COMMIT = "\0COMMIT\0";
    private static DataSource source;
    private static Daos daos;

    /// @param done   counts how often it was done
    /// @param answer what the answer has to be
    private record Case(String name, Function<Daos, Object> work, String done, Function<Object, Boolean> answer) {
        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    static void records() {
        source = TestDatabases.migrated();
        daos = JdbiDaos.over(Database.over(source));
        run(source, """
                INSERT INTO intake.company_raw_intake (company, website, company_phone, company_city, import_batch_id)
                VALUES ('Merrick Engineering', 'https://merrick.example', '+13045550100', 'Charleston', 'PAIR'),
                       ('Merrick Engineering Inc.', 'https://merrick.example', '+13045550100', 'Charleston', 'PAIR'),
                       ('Marked', NULL, NULL, NULL, 'MARK'), ('Checked', NULL, NULL, NULL, 'CHECK'), ('Edited', NULL, NULL, NULL, 'EDIT');
                SELECT shq.validate_company_batch('CHECK', 'ann')""");
        daos.matches().find("PAIR", true, "ann");
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case("taking an action back", d -> d.history().undo(marked(), "ann"), undone("mark"),
                        a -> a instanceof UndoResult.Undone undone && undone.rows() == 1),
                new Case("taking a run of rules back", d -> d.history().undoRun(ask(source, RUN), "ann"), undone("validate"),
                        a -> a instanceof UndoResult.Undone),
                new Case("looking for matches", d -> d.matches().find("CHECK", true, "bob").batch(),
                        "SELECT count(*) FROM shq.match_run WHERE executor = 'bob'", "CHECK"::equals),
                new Case("deciding about a pair", d -> d.matches().decide(d.matches().pairs("PAIR", PairFilter.ALL, Optional.empty(), 1)
                        .getFirst(), MatchVerdict.SAME, Set.of(), "ann"), "SELECT count(*) FROM shq.match_decision",
                        a -> a instanceof DecideResult.Decided),
                new Case("setting thresholds", d -> set(d, 77), "SELECT count(*) FROM shq.match_setting WHERE shown = 77", a -> true),
                new Case("switching a rule off", d -> d.rules().change(rule(d), rule(d).switched(false), "ann"),
                        "SELECT count(*) FROM shq.action WHERE summary LIKE 'Switched off%'", KeptRequestTest::isAction),
                new Case("changing placeholders", d -> d.rules().changePlaceholders(List.of("nix"), List.of(), "ann").orElseThrow(),
                        "SELECT count(*) FROM shq.action WHERE kind = 'placeholders'", KeptRequestTest::isAction),
                new Case("saving a view", d -> d.views().add(new SavedView(0, Table.INTAKE, "Mine", false, "{}", "ann", null)).isPresent(),
                        "SELECT count(*) FROM shq.saved_view WHERE name = 'Mine'", Boolean.TRUE::equals),
                new Case("editing a record", d -> d.tables().edit(d.tables().row(Table.INTAKE, 5L).orElseThrow(),
                        Map.of(IntakeFields.INDUSTRY, "Energy"), "ann"), "SELECT count(*) FROM shq.action WHERE kind = 'edit'",
                        a -> a instanceof EditResult.Saved));
    }

    private static boolean isAction(Object answer) {
        return answer.equals(daos.history().latest(1).getFirst().id());
    }

    private static String undone(String kind) {
        return "SELECT count(*) FROM shq.action u JOIN shq.action a ON a.action_id = u.undoes WHERE a.kind = '" + kind + "'";
    }

    private static long marked() {
        if (ask(source, "SELECT count(*) FROM shq.action WHERE kind = 'mark'").equals("0")) {
            daos.intake().mark(new Selection.Keys(Table.INTAKE, Set.of(3L)), true, Optional.empty(), "ann", 1, UUID.randomUUID());
        }
        return Long.parseLong(ask(source, "SELECT max(action_id) FROM shq.action WHERE kind = 'mark'"));
    }

    private static Rule rule(Daos daos) {
        return daos.rules().rules().stream().filter(Rule::enabled).findFirst().orElseThrow();
    }

    private static String set(Daos daos, int shown) {
        daos.matches().set(new MatchThresholds(shown, OptionalInt.empty()), "ann");
        return "set";
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isDoneOnceAndAnsweredThoughTheReplyToItsCommitIsLost(Case one) throws IOException {
        String name = ask(source, "SELECT current_database()");
        try (var proxy = Proxy.to(TestPostgres.newest());
                var through = Database.connect(TestPostgres.settings(proxy.port(), name))) {
            proxy.cutAfter(COMMIT);
            Object answer = one.work().apply(JdbiDaos.over(through));
            assertThat(proxy.received().split(COMMIT, -1)).as("commits that were sent").hasSizeGreaterThan(2);
            assertThat(ask(source, one.done())).isEqualTo("1");
            assertThat(one.answer().apply(answer)).as(answer.toString()).isTrue();
        }
    }

    @Test
    void whatWasNotKeptIsDoneAgain() {
        var database = Database.over(source);
        var tries = new int[1];
        String answer = IdempotencyKey.kept(database, handle -> {
            if (tries[0]++ == 0) {
                throw new StewardException(StewardException.Kind.OUTCOME_UNKNOWN, "As if the connection had broken before.", "", null);
            }
            return "done";
        });
        assertThat(answer).isEqualTo("done");
        assertThat(tries[0]).isEqualTo(2);
    }

    @Test
    void whatIsRefusedKeepsNothing() {
        String kept = "SELECT count(*) FROM shq.kept_request";
        String before = ask(source, kept);
        assertThatThrownBy(() -> IdempotencyKey.kept(Database.over(source), handle -> {
            throw StewardException.refused("No.", "");
        })).isInstanceOf(StewardException.class);
        assertThat(ask(source, kept)).isEqualTo(before);
    }
}
