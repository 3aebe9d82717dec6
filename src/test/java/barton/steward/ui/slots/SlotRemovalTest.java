package barton.steward.ui.slots;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.model.SlotFields;
import barton.steward.model.Sort;
import barton.steward.support.SampleDesk;
import barton.steward.support.TestDatabases;
import barton.steward.ui.support.TestBench;
import barton.steward.ui.table.RowsView;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlotRemovalTest {
    private static final String SLOTS = "SELECT count(*) FROM marketing.company_slots";

    private final DataSource database = SampleDesk.worked(20);
    private RowsView view;
    private TestBench bench;

    @BeforeEach
    void show() {
        bench = TestBench.show(SampleDesk.over(database), 1300, 700, b -> {
            view = new SlotsView(b).view();
            return view.node();
        });
        bench.run(view::refresh);
    }

    @Test
    void ofTheSelectedSlotsThoseGoInWhichNobodyIs() {
        bench.run(() -> view.model().selection().selectAll());
        bench.click("removeslot");
        assertThat(bench.text("confirm-text")).contains("3 slots are removed", "9 selected slots stay");
        bench.click("confirm-ok");
        assertThat(TestDatabases.ask(database, SLOTS)).isEqualTo("9");
        assertThat(bench.said()).contains("3 slots removed.");
    }

    @Test
    void aDefaultSlotStays() {
        bench.run(() -> view.model().sort(Sort.ascending(SlotFields.SLOT_TYPE)));
        bench.run(() -> view.go(0));
        bench.click("removeslot");
        assertThat(bench.said()).anySatisfy(text -> assertThat(text).startsWith("Nothing to remove"));
        assertThat(TestDatabases.ask(database, SLOTS)).isEqualTo("12");
    }
}
