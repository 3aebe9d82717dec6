package barton.steward.ui.slots;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.SlotFields;
import barton.steward.model.query.Selection;
import barton.steward.model.query.Sort;
import barton.steward.service.question.FigureQueries;
import barton.steward.support.SampleSession;
import barton.steward.ui.actions.TestContext;
import barton.steward.ui.support.Cells;
import barton.steward.ui.table.RowsView;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlotsViewTest {
    private static final DataSource DATABASE = SampleSession.worked(20);

    private RowsView view;
    private TestContext context;

    @BeforeEach
    void show() {
        context = TestContext.show(SampleSession.over(DATABASE), 1300, 700, b -> {
            view = new SlotsView(b).view();
            return view.node();
        });
        context.run(view::refresh);
    }

    @Test
    void everyCompanyHasItsDefaultSlotAndSomeHaveDivisions() {
        assertThat(view.model().rows()).hasSize(12);
        context.run(() -> view.model().choose(SlotFields.SLOT_TYPE, "division", true));
        assertThat(context.text("selected")).isEqualTo("3 rows");
        assertThat(Cells.texts(context, "SLOTS-table", "slot_label", 0)).containsExactly("Division A – Charleston Campus");
    }

    @Test
    void theNumberOfPeopleStandsBesideASlot() {
        context.run(() -> view.model().sort(Sort.descending(SlotFields.PEOPLE_COUNT)));
        assertThat(Cells.texts(context, "SLOTS-table", "people_count", 0)).containsExactly("1");
    }

    @Test
    void aSlotIsAddedToTheCompanyOfTheRow() {
        context.run(() -> view.go(2));
        context.click("addslot");
        assertThat(context.slots).containsExactly(view.model().rows().get(2).text(SlotFields.COMPANY_UNIQUE_ID));
    }

    @Test
    void companiesWithSeveralSlotsAndWithNoneAreOneClickAway() {
        context.click("severalslots");
        context.click("noslot");
        assertThat(context.opened).containsExactly(FigureQueries.severalSlots(), FigureQueries.noSlot());
        assertThat(context.opened).extracting(q -> context.session().tables().count(Selection.all(q))).containsExactly(3L, 0L);
    }
}
