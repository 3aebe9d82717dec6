package barton.steward.ui.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Field;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.IntakeStatus;
import barton.steward.catalog.Table;
import barton.steward.dao.table.TableDao;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Query;
import barton.steward.model.query.Row;
import barton.steward.model.query.Selection;
import barton.steward.model.query.Sort;
import barton.steward.support.SampleSession;
import barton.steward.support.TestDatabases;
import barton.steward.ui.support.Failure;
import barton.steward.ui.task.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.collections.ListChangeListener;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowListTest {
    private static final int ROWS = 1_500;
    private static final List<Field> SORTED_BY = List.of(IntakeFields.ID, IntakeFields.COMPANY, IntakeFields.WEBSITE,
            IntakeFields.NUM_EMPLOYEES, IntakeFields.STATE_ABBREV, IntakeFields.STATUS);
    private static final List<Condition> CONDITIONS = List.of(Condition.is(IntakeFields.STATUS, IntakeStatus.VALIDATED),
            Condition.empty(IntakeFields.STATE_ABBREV), new Condition(IntakeFields.COMPANY, Condition.Op.CONTAINS, "no such company"));

    private final List<Failure> failures = new ArrayList<>();
    private DataSource database;
    private TableDao dao;
    private RowList rows;

    @BeforeEach
    void open() {
        database = SampleSession.intake(ROWS);
        dao = SampleSession.over(database).tables();
        rows = new RowList(Tasks.onSameThread(failures::add), dao);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void isTheTableUnderAnySortFilterAndChange(long seed) {
        var random = new Random(seed);
        rows.show(Query.all(Table.INTAKE));
        for (int step = 0; step < 12; step++) {
            if (random.nextInt(3) == 0) {
                change(random, 3);
                rows.refresh();
            } else {
                rows.show(question(random));
            }
            List<Object> expected = keys();
            assertThat(rows.size()).isEqualTo(expected.size());
            for (int look = 0; look < 3 && !expected.isEmpty(); look++) {
                int from = random.nextInt(expected.size());
                int to = Math.min(expected.size() - 1, from + 60);
                rows.need(from, to);
                assertThat(rows.subList(from, to + 1)).as("%s, rows %d to %d", rows.query(), from, to).extracting(Row::key)
                        .containsExactlyElementsOf(expected.subList(from, to + 1));
            }
        }
        assertThat(failures).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void whateverOthersDoTheRowsInSightStayAndNoneIsSkippedOrThereTwice(long seed) {
        var random = new Random(seed);
        var first = new AtomicInteger();
        rows.onMove(move -> first.set(move.shifted(first.get())));
        List<Object> before = List.of();
        for (int step = 0; step < 100; step++) {
            if (step % 30 == 0) {
                rows.show(question(random));
                before = keys();
            }
            first.set(before.isEmpty() ? 0 : random.nextInt(before.size()));
            rows.need(first.get(), Math.min(first.get() + 30, Math.max(0, before.size() - 1)));
            Object top = before.isEmpty() ? null : rows.get(first.get()).key();
            change(random, rows.query().sort().orders().stream().anyMatch(o -> o.field().equals(IntakeFields.NUM_EMPLOYEES)) ? 2 : 3);
            rows.follow();
            List<Object> after = keys();
            String what = "step %d: %s".formatted(step, rows.query());
            assertThat(rows.size()).as(what).isEqualTo(after.size());
            int to = Math.min(after.size(), first.get() + 31);
            assertThat(rows.subList(Math.min(first.get(), to), to)).as(what).extracting(Row::key)
                    .containsExactlyElementsOf(after.subList(Math.min(first.get(), to), to));
            if (after.contains(top)) {
                assertThat(rows.get(first.get()).key()).as(what).isEqualTo(top);
            }
            before = after;
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void readsOnlyWhatIsInSight() {
        rows.show(Query.all(Table.INTAKE));
        rows.need(900, 940);
        assertThat(rows.get(920)).isNotNull();
        assertThat(rows.get(500)).isNull();
        assertThat(rows.exactProperty().get()).isTrue();
    }

    @Test
    void forgetsThePagesThatWereNotLookedAtForLong() {
        TestDatabases.run(database, """
                INSERT INTO intake.company_raw_intake (company) SELECT 'More ' || g FROM generate_series(1, 11000) g""");
        rows.show(Query.all(Table.INTAKE));
        for (int from = 0; from < rows.size(); from += RowList.PAGE) {
            rows.need(from, from);
        }
        assertThat(rows.get(0)).isNull();
        assertThat(rows.stream().filter(r -> r != null).count()).isLessThanOrEqualTo((long) RowList.CACHED_PAGES * RowList.PAGE);
    }

    @Test
    void tellsTheTableOfTheFirstRowsAndThenOfAllOfThem() {
        var sizes = new ArrayList<Integer>();
        var counts = new ArrayList<String>();
        rows.addListener((ListChangeListener<Row>) c -> sizes.add(rows.size()));
        rows.countTextProperty().addListener((o, was, now) -> counts.add(now));
        rows.show(Query.all(Table.INTAKE).where(Condition.is(IntakeFields.STATUS, IntakeStatus.FAILED)));
        assertThat(sizes).containsExactly(RowList.FIRST, 150);
        assertThat(counts).containsExactly(RowList.FIRST + "+", "150");
    }

    @Test
    void findsARowByItsKeyWithoutWalkingThroughTheRows() {
        rows.show(Query.all(Table.INTAKE));
        Row third = rows.get(2);
        assertThat(rows.indexOf(third)).isEqualTo(2);
        rows.show(Query.all(Table.INTAKE).sortedBy(Sort.descending(IntakeFields.ID)));
        assertThat(rows.indexOf(third)).isEqualTo(-1);
    }

    @Test
    void collectsTheKeysOfAStretchThatWasNotRead() {
        rows.show(Query.all(Table.INTAKE));
        var collected = new ArrayList<>();
        rows.keys(150, 950, collected::addAll);
        assertThat(collected).containsExactlyElementsOf(keys().subList(150, 951));
    }

    @Test
    void keepsItsRowsWhereTheDatabaseFailsAndReadsThemOnRetry() {
        rows.show(Query.all(Table.INTAKE));
        TestDatabases.run(database, "ALTER TABLE intake.company_raw_intake RENAME TO hidden");
        rows.show(Query.all(Table.INTAKE).sortedBy(Sort.descending(IntakeFields.ID)));
        Failure failure = rows.failureProperty().get();
        assertThat(failure).isNotNull();
        assertThat(rows).hasSize(ROWS);
        TestDatabases.run(database, "ALTER TABLE intake.hidden RENAME TO company_raw_intake");
        failure.retry().run();
        assertThat(rows.failureProperty().get()).isNull();
        assertThat(rows.getFirst().key()).isEqualTo((long) ROWS);
    }

    @Test
    void aSelectionOfAllIsTheQuestionAndItsExceptions() {
        var selection = new RowSelection(rows);
        Query asked = Query.all(Table.INTAKE).where(Condition.is(IntakeFields.STATUS, IntakeStatus.FAILED));
        rows.show(asked);
        selection.selectAll();
        selection.toggle(rows.get(0));
        assertThat(selection.count()).isEqualTo(149);
        assertThat(selection.selection()).isEqualTo(new Selection.Matching(asked, java.util.Set.of(rows.get(0).key())));
        assertThat(dao.count(selection.selection())).isEqualTo(149);
    }

    @Test
    void aSelectionOutlivesANewOrderButNotANewQuestion() {
        var selection = new RowSelection(rows);
        rows.show(Query.all(Table.INTAKE));
        selection.add(List.of(rows.get(0).key()));
        rows.show(rows.query().sortedBy(Sort.descending(IntakeFields.ID)));
        assertThat(selection.count()).isEqualTo(1);
        rows.show(rows.query().searching("kanawha"));
        assertThat(selection.isEmpty()).isTrue();
    }

    private List<Object> keys() {
        var keys = new ArrayList<>();
        dao.stream(Selection.all(rows.query()), row -> keys.add(row.key()));
        return keys;
    }

    private static Query question(Random random) {
        Query query = Query.all(Table.INTAKE);
        if (random.nextBoolean()) {
            query = query.where(CONDITIONS.get(random.nextInt(CONDITIONS.size())));
        }
        Sort sort = new Sort(SORTED_BY.get(random.nextInt(SORTED_BY.size())), random.nextBoolean());
        return query.sortedBy(random.nextBoolean() ? sort
                : sort.then(SORTED_BY.get(random.nextInt(SORTED_BY.size())), random.nextBoolean()));
    }

    private void change(Random random, int kinds) {
        TestDatabases.run(database, switch (random.nextInt(kinds)) {
            case 0 -> "INSERT INTO intake.company_raw_intake (company) SELECT 'Extra ' || g FROM generate_series(1, %d) g"
                    .formatted(1 + random.nextInt(90));
            case 1 -> "DELETE FROM intake.company_raw_intake WHERE id %% 97 = %d".formatted(random.nextInt(97));
            default -> "UPDATE intake.company_raw_intake SET num_employees = (id * %d) %% 1000".formatted(1 + random.nextInt(50));
        });
    }
}
