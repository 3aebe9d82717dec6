package barton.steward.ui.log;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.model.LogFields;
import barton.steward.support.SampleDesk;
import barton.steward.ui.support.Cells;
import barton.steward.ui.support.TestBench;
import barton.steward.ui.table.RowsView;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogViewTest {
    private RowsView view;
    private TestBench bench;

    @BeforeEach
    void open() {
        bench = TestBench.show(SampleDesk.over(SampleDesk.worked(50)), 1300, 700, b -> {
            view = new LogView(b).view();
            return view.node();
        });
        bench.run(view::refresh);
    }

    @Test
    void theNewestRunStandsFirstWithWhatPassed() {
        assertThat(runs()).containsExactly("20251024-WV-BATCH1", "VLD-4711", "20250901-OH-BATCH1");
        assertThat(Cells.texts(bench, "LOG-table", "success_rate", 1)).containsExactly("0 of 40");
    }

    @Test
    void failedRunsStandOut() {
        assertThat(Cells.cell(bench, "LOG-table", "failed_records", 1).getStyleClass()).contains("status-failed");
        assertThat(Cells.cell(bench, "LOG-table", "failed_records", 2).getStyleClass()).doesNotContain("status-failed");
    }

    @Test
    void runsAreFilteredByRouteAndExecutor() {
        bench.run(() -> view.model().choose(LogFields.ROUTE, "intake → master", true));
        assertThat(runs()).containsExactly("20251024-WV-BATCH1", "20250901-OH-BATCH1");
        bench.run(() -> view.model().choose(LogFields.EXECUTED_BY, "ben", true));
        assertThat(runs()).containsExactly("20250901-OH-BATCH1");
    }

    @Test
    void aRunOpensItsRows() {
        bench.run(() -> view.go(2));
        bench.click("runrows");
        assertThat(bench.runsOpened).containsExactly("20250901-OH-BATCH1");
    }

    private List<String> runs() {
        return view.model().rows().stream().map(row -> row.key().toString()).toList();
    }
}
