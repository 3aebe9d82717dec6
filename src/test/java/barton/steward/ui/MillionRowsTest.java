package barton.steward.ui;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.Table;
import barton.steward.model.query.Row;
import barton.steward.support.SampleSession;
import barton.steward.support.TestDatabases;
import java.util.List;
import java.util.stream.LongStream;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The window on a million companies, numbered from 1, whose names sort the other way round than their numbers.
class MillionRowsTest {
    private static final int ROWS = 1_000_000;
    private static final String SEARCH_INDEX = "intake.idx_intake_search";
    private static DataSource database;

    private TestWindow window;
    private TableView<Row> table;

    /// The search index is taken away and made again, which is faster than keeping it up row by row.
    @BeforeAll
    static void fill() {
        database = TestDatabases.migrated();
        String searchIndex = TestDatabases.ask(database, "SELECT pg_get_indexdef('" + SEARCH_INDEX + "'::regclass)");
        TestDatabases.run(database, "DROP INDEX " + SEARCH_INDEX);
        TestDatabases.run(database, """
                INSERT INTO intake.company_raw_intake (company, import_batch_id, validated)
                SELECT 'Company ' || %1$d - g, '20251024-WV-BATCH1', g %% 2 = 0 FROM generate_series(1, %1$d) g""".formatted(ROWS));
        TestDatabases.run(database, "SET maintenance_work_mem = '512MB'; " + searchIndex);
        TestDatabases.run(database, "VACUUM (ANALYZE) intake.company_raw_intake");
    }

    @BeforeEach
    void open() {
        window = TestWindow.at(ViewId.INTAKE, SampleSession.over(database), 1440, 900);
        window.click("nav-INTAKE");
        sort(IntakeFields.ID.name(), TableColumn.SortType.ASCENDING);
        table = window.table(Table.INTAKE);
    }

    @Test
    void theExactNumberArrivesAfterTheFirstRows() {
        assertThat(table.getItems().getFirst().key()).isEqualTo(1L);
        window.await("the exact number", () -> window.text("selected").equals("1,000,000 rows"));
    }

    @Test
    void scrollingShowsTheRowsOfThePlaceWithoutAGap() {
        focusFirst();
        for (int i = 0; i < 30; i++) {
            window.press(KeyCode.PAGE_DOWN);
        }
        window.settle();
        List<Long> seen = inSight();
        assertThat(seen.getFirst()).isGreaterThan(500);
        assertThat(seen).isEqualTo(LongStream.range(seen.getFirst(), seen.getFirst() + seen.size()).boxed().toList());
        window.press(KeyCode.END);
        assertThat(inSight().getLast()).isEqualTo(ROWS);
    }

    @Test
    void theMiddleOfTheScrollBarIsTheMiddleOfTheRows() {
        window.await("the exact number", () -> window.text("selected").equals("1,000,000 rows"));
        window.run(() -> flow().setPosition(0.5));
        assertThat(inSight()).contains(500_000L);
    }

    @Test
    void theMiddleIsTheMiddleInAnotherOrderToo() {
        String middle = TestDatabases.ask(database, """
                SELECT id FROM intake.company_raw_intake ORDER BY company, id LIMIT 1 OFFSET 499999""");
        sort(IntakeFields.COMPANY.name(), TableColumn.SortType.ASCENDING);
        window.await("the exact number", () -> window.text("selected").equals("1,000,000 rows"));
        window.run(() -> flow().setPosition(0.5));
        assertThat(inSight()).contains(Long.valueOf(middle));
    }

    @Test
    void aSearchFindsTheOneRowWhileItIsTyped() {
        window.press(KeyCode.SLASH);
        window.robot.write("ompany 77123");
        window.settle();
        window.await("the rows found", () -> window.text("selected").equals("11 rows"));
        assertThat(inSight()).contains((long) ROWS - 77_123, (long) ROWS - 771_230);
    }

    @Test
    void allAreSelectedAtOnceAndAnnouncedByNumber() {
        focusFirst();
        window.press(KeyCode.CONTROL, KeyCode.A);
        assertThat(window.text("selected")).contains("1,000,000").contains("selected");
        window.press(KeyCode.SPACE);
        window.press(KeyCode.V);
        window.await("the announced number", () -> window.sees("confirm-ok"));
        assertThat(window.text("confirm-ok")).isEqualTo("Validate 499,999 rows");
        window.press(KeyCode.ESCAPE);
    }

    private void focusFirst() {
        window.focus(Table.INTAKE, 0);
    }

    private void sort(String column, TableColumn.SortType type) {
        window.run(() -> window.table(Table.INTAKE).getColumns().stream().filter(c -> column.equals(c.getId())).findFirst().ifPresent(c -> {
            c.setSortType(type);
            window.table(Table.INTAKE).getSortOrder().setAll(List.of(c));
        }));
    }

    private VirtualFlow<?> flow() {
        return (VirtualFlow<?>) table.lookup(".virtual-flow");
    }

    /// The keys of the rows in sight, none of which is a placeholder.
    private List<Long> inSight() {
        return window.onWindow(() -> {
            int first = flow().getFirstVisibleCell().getIndex();
            int last = flow().getLastVisibleCell().getIndex();
            IndexedCell<?> cell = flow().getFirstVisibleCell();
            assertThat(cell.getItem()).isNotNull();
            return table.getItems().subList(first, last + 1).stream().map(r -> (Long) r.key()).toList();
        });
    }
}
