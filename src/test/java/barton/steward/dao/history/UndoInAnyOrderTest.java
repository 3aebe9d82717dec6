package barton.steward.dao.history;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Field;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.Table;
import barton.steward.dao.Daos;
import barton.steward.dao.JdbiDaos;
import barton.steward.db.Database;
import barton.steward.model.history.BulkResult;
import barton.steward.model.history.Change;
import barton.steward.model.history.UndoResult;
import barton.steward.model.query.Selection;
import barton.steward.model.validation.Fix;
import barton.steward.support.TestDatabases;
import barton.steward.support.TestPostgres;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Random actions on a batch of several pages of the history, taken back in any order.
class UndoInAnyOrderTest {
    private static final int ROWS = 600;
    private static final int ACTIONS = 14;
    private static final List<Field> FIELDS = List.of(IntakeFields.COMPANY, IntakeFields.WEBSITE, IntakeFields.INDUSTRY,
            IntakeFields.NUM_EMPLOYEES, IntakeFields.STATE_ABBREV);
    private static final String WHOLE = "SELECT md5(string_agg(to_jsonb(i)::text, E'\\n' ORDER BY id)) FROM intake.company_raw_intake i";
    /// Whether each field that the action changed is in each of its rows as it was before.
    private static final String AS_BEFORE = """
            SELECT bool_and(to_jsonb(i) -> f.name IS NOT DISTINCT FROM f.value)
            FROM shq.change c CROSS JOIN LATERAL unnest(c.keys, c.before) AS k (key, before)
            JOIN intake.company_raw_intake i ON i.id::text = k.key
            CROSS JOIN LATERAL jsonb_each(k.before) AS f (name, value)
            WHERE c.action_id = %d""";

    private Random random;
    private DataSource source;
    private Daos daos;

    @ParameterizedTest
    @CsvSource({"1, false", "2, false", "3, true"})
    void whatMayBeTakenBackIsAsItWasAndTheRestAsItIs(long seed, boolean oldest) {
        random = new Random(seed);
        source = TestDatabases.migrated(oldest ? TestPostgres.oldest() : TestPostgres.newest());
        daos = JdbiDaos.over(Database.over(TestDatabases.pooled(source)));
        TestDatabases.run(source, """
                INSERT INTO intake.company_raw_intake (company, website, industry, num_employees, company_state, import_batch_id, validated,
                                                       validated_by, validated_at, validation_notes)
                SELECT ' Acme ' || n, 'acme' || n %% 50 || '.example', CASE WHEN n %% 3 = 0 THEN 'n/a' END, n, 'Ohio', 'B', n %% 2 = 0,
                       CASE WHEN n %% 2 = 0 THEN 'eve' END, CASE WHEN n %% 2 = 0 THEN timestamptz '2025-01-02 03:04:05.678901Z' END,
                       CASE n %% 14 WHEN 1 THEN 'rejected: no' WHEN 3 THEN 'website: is odd' END
                FROM generate_series(1, %d) n""".formatted(ROWS));
        Deque<Done> done = new ArrayDeque<>();
        while (done.size() < ACTIONS) {
            act(done);
        }

        List<Done> inAnyOrder = new ArrayList<>(done);
        Collections.shuffle(inAnyOrder, random);
        long undone = inAnyOrder.stream().filter(one -> undone(one.action(), done)).count();

        assertThat(undone).as("of those that nothing came after").isPositive();
        // An action whose taking back is taken back is done again, by another one.
        var again = new HashMap<Long, Long>();
        for (Done last : done) {
            UndoResult result = daos.history().undo(again.getOrDefault(last.action(), last.action()), "ann");
            assertThat(result).as("%s", last).isInstanceOf(UndoResult.Undone.class);
            assertThat(whole()).isEqualTo(last.before());
            again.put(last.undoes(), ((UndoResult.Undone) result).actionId());
        }
    }

    /// @param undoes 0 for none
    private record Done(long action, String before, long undoes) {
    }

    /// Changes some rows at random; nothing where there is nothing to change.
    private void act(Deque<Done> done) {
        String before = whole();
        Selection rows = new Selection.Keys(Table.INTAKE, some());
        var intake = daos.intake();
        Field field = FIELDS.get(random.nextInt(FIELDS.size()));
        BulkResult result = switch (random.nextInt(7)) {
            case 0 -> intake.mark(rows, true, Optional.of("fine"), "beth", intake.countToMark(rows, true));
            case 1 -> intake.mark(rows, false, Optional.of("never"), "beth", intake.countToMark(rows, false));
            case 2 -> intake.assignBatch(rows, "C", "beth", intake.countToAssign(rows, "C"));
            case 3 -> fixed(rows, IntakeFields.COMPANY, new Fix.Trim());
            case 4 -> fixed(rows, IntakeFields.WEBSITE, new Fix.AddScheme());
            case 5 -> intake.liftRejections(rows, "beth", intake.countToLift(rows));
            default -> fixed(rows, field, new Fix.SetValue(Integer.toString(random.nextInt(4))));
        };
        if (result instanceof BulkResult.Done(long _, long action) && action > 0) {
            done.push(new Done(action, before, 0));
        }
    }

    private BulkResult fixed(Selection rows, Field field, Fix fix) {
        return daos.intake().fix(rows, field, fix, "beth", daos.intake().countToFix(rows, field, fix), UUID.randomUUID());
    }

    private Set<Object> some() {
        long from = random.nextInt(ROWS);
        long step = 1 + random.nextInt(4);
        return new HashSet<>(LongStream.range(0, 1 + random.nextInt(ROWS)).map(n -> 1 + (from + n * step) % ROWS).boxed().toList());
    }

    /// Takes an action back where that may be, which is an action itself.
    private boolean undone(long action, Deque<Done> done) {
        String before = whole();
        return switch (daos.history().undo(action, "ann")) {
            case UndoResult.Refused _ -> {
                assertThat(whole()).isEqualTo(before);
                yield false;
            }
            case UndoResult.Undone undone -> {
                assertThat(TestDatabases.ask(source, AS_BEFORE.formatted(action))).isEqualTo("t");
                List<Change> ofOne = daos.history().of(Table.INTAKE, key(undone.actionId()), 100);
                assertThat(ofOne).extracting(c -> c.action().id()).contains(action, undone.actionId());
                done.push(new Done(undone.actionId(), before, action));
                yield true;
            }
        };
    }

    private String key(long action) {
        return TestDatabases.ask(source, """
                SELECT k.key FROM shq.change c CROSS JOIN LATERAL unnest(c.keys, c.before, c.after) AS k (key, before, after)
                WHERE c.action_id = %d AND k.before <> k.after ORDER BY k.key::bigint DESC LIMIT 1""".formatted(action));
    }

    private String whole() {
        return TestDatabases.ask(source, WHOLE);
    }
}
