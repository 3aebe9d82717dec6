package barton.steward.ui.slots;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.model.Selection;
import barton.steward.model.SlotFields;
import barton.steward.model.Sort;
import barton.steward.service.Questions;
import barton.steward.support.SampleDesk;
import barton.steward.ui.support.Cells;
import barton.steward.ui.support.TestBench;
import barton.steward.ui.table.RowsView;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlotsViewTest {
    private static final DataSource DATABASE = SampleDesk.worked(20);

    private RowsView view;
    private TestBench bench;

    @BeforeEach
    void show() {
        bench = TestBench.show(SampleDesk.over(DATABASE), 1300, 700, b -> {
            view = new SlotsView(b).view();
            return view.node();
        });
        bench.run(view::refresh);
    }

    @Test
    void everyCompanyHasItsDefaultSlotAndSomeHaveDivisions() {
        assertThat(view.model().rows()).hasSize(12);
        bench.run(() -> view.model().choose(SlotFields.SLOT_TYPE, "division", true));
        assertThat(bench.text("selected")).isEqualTo("3 rows");
        assertThat(Cells.texts(bench, "SLOTS-table", "slot_label", 0)).containsExactly("Division A – Charleston Campus");
    }

    @Test
    void theNumberOfPeopleStandsBesideASlot() {
        bench.run(() -> view.model().sort(Sort.descending(SlotFields.PEOPLE_COUNT)));
        assertThat(Cells.texts(bench, "SLOTS-table", "people_count", 0)).containsExactly("1");
    }

    @Test
    void aSlotIsAddedToTheCompanyOfTheRow() {
        bench.run(() -> view.go(2));
        bench.click("addslot");
        assertThat(bench.slots).containsExactly(view.model().rows().get(2).text(SlotFields.COMPANY_UNIQUE_ID));
    }

    @Test
    void companiesWithSeveralSlotsAndWithNoneAreOneClickAway() {
        bench.click("severalslots");
        bench.click("noslot");
        assertThat(bench.opened).containsExactly(Questions.severalSlots(), Questions.noSlot());
        assertThat(bench.opened).extracting(q -> bench.desk().daos().tables().count(Selection.all(q))).containsExactly(3L, 0L);
    }
}
