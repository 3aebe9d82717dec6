package barton.steward.ui.people;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.model.PeopleFields;
import barton.steward.support.SampleDesk;
import barton.steward.support.SamplePeople;
import barton.steward.ui.support.Cells;
import barton.steward.ui.support.TestBench;
import barton.steward.ui.table.RowsView;
import javax.sql.DataSource;
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

    @Test
    void theMailsOfTheSelectedPeopleAreVerifiedAsAnnounced() {
        DataSource database = SamplePeople.database();
        TestBench bench = TestBench.show(SampleDesk.over(database), 1300, 700, b -> {
            view = PeopleView.over(b);
            return view.node();
        });
        bench.run(view::refresh);
        bench.click("select-all");
        bench.click("verify");
        assertThat(bench.text("confirm-ok")).isEqualTo("Verify 3 e-mails");
        assertThat(bench.text("confirm-text")).contains("2 selected people stay as they are.");
        bench.click("confirm-ok");
        assertThat(bench.said()).containsExactly("3 e-mails marked verified.");
        assertThat(SamplePeople.verified(database)).isEqualTo("a1@b.example a2@b.example a3@b.example a4@b.example");

        bench.run(view::refresh);
        bench.click("select-all");
        bench.click("unverify");
        bench.click("confirm-ok");
        assertThat(SamplePeople.verified(database)).isNull();
    }
}
