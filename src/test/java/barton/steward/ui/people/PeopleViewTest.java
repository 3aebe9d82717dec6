package barton.steward.ui.people;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.model.PeopleFields;
import barton.steward.support.SampleDesk;
import barton.steward.ui.support.Cells;
import barton.steward.ui.support.TestBench;
import barton.steward.ui.table.RowsView;
import org.junit.jupiter.api.Test;

class PeopleViewTest {
    private RowsView view;

    @Test
    void decisionMakersWithAnUnverifiedMailAreFoundByTwoMenus() {
        TestBench bench = TestBench.show(SampleDesk.over(SampleDesk.worked(100)), 1300, 700, b -> {
            view = PeopleView.over(b);
            return view.node();
        });
        bench.run(view::refresh);
        bench.run(() -> view.model().choose(PeopleFields.SENIORITY, "C-Level", true));
        bench.run(() -> view.model().choose(PeopleFields.SENIORITY, "VP", true));
        bench.run(() -> view.model().choose(PeopleFields.EMAIL_VERIFIED, false, true));
        assertThat(view.model().rows()).isNotEmpty().allSatisfy(row -> {
            assertThat(row.text(PeopleFields.SENIORITY)).isIn("C-Level", "VP");
            assertThat(row.get(PeopleFields.EMAIL_VERIFIED)).isEqualTo(false);
        });
        assertThat(Cells.texts(bench, "PEOPLE-table", "email_verified", 0)).containsExactly("no");
    }
}
