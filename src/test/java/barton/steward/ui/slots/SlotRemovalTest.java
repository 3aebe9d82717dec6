package barton.steward.ui.slots;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.SlotFields;
import barton.steward.model.query.Sort;
import barton.steward.support.SampleSession;
import barton.steward.support.TestDatabases;
import barton.steward.ui.actions.TestContext;
import barton.steward.ui.table.RowsView;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlotRemovalTest {
    private static final String SLOTS = "SELECT count(*) FROM marketing.company_slots";

    private final DataSource database = SampleSession.worked(20);
    private RowsView view;
    private TestContext context;

    @BeforeEach
    void show() {
        context = TestContext.show(SampleSession.over(database), 1300, 700, b -> {
            view = new SlotsView(b).view();
            return view.node();
        });
        context.run(view::refresh);
    }

    @Test
    void ofTheSelectedSlotsThoseGoInWhichNobodyIs() {
        context.run(() -> view.model().selection().selectAll());
        context.click("removeslot");
        assertThat(context.text("confirm-text")).contains("3 slots are removed", "9 selected slots stay");
        context.click("confirm-ok");
        assertThat(TestDatabases.ask(database, SLOTS)).isEqualTo("9");
        assertThat(context.said()).contains("3 slots removed.");
    }

    @Test
    void aDefaultSlotStays() {
        context.run(() -> view.model().sort(Sort.ascending(SlotFields.SLOT_TYPE)));
        context.run(() -> view.go(0));
        context.click("removeslot");
        assertThat(context.said()).anySatisfy(text -> assertThat(text).contains(": Nothing to remove"));
        assertThat(TestDatabases.ask(database, SLOTS)).isEqualTo("12");
    }
}
