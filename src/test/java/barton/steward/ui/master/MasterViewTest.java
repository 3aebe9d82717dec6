package barton.steward.ui.master;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.model.MasterFields;
import barton.steward.support.SampleDesk;
import barton.steward.support.TestDatabases;
import barton.steward.ui.support.Cells;
import barton.steward.ui.support.TestBench;
import barton.steward.ui.table.RowsView;
import javafx.scene.input.KeyCode;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MasterViewTest {
    private RowsView view;
    private TestBench bench;
    private DataSource database;

    @BeforeEach
    void open() {
        database = SampleDesk.worked(50);
        bench = TestBench.show(SampleDesk.over(database), 1300, 700, b -> {
            view = new MasterView(b).view();
            return view.node();
        });
        bench.run(view::refresh);
    }

    @Test
    void qualityStandsAsANumberAndABar() {
        assertThat(Cells.texts(bench, "MASTER-table", "data_quality_score", 0)).containsExactly("100");
    }

    @Test
    void aSlotIsAddedToTheSelectedCompany() {
        bench.run(() -> view.go(1));
        bench.click("addslot");
        assertThat(bench.slots).containsExactly(view.model().rows().get(1).key().toString());
    }

    @Test
    void theQualityOfTheSelectedCompaniesIsRecomputed() {
        TestDatabases.run(database, "UPDATE marketing.company_master SET data_quality_score = NULL WHERE source_record_id IN ('1', '2')");
        bench.run(() -> view.model().choose(MasterFields.QUALITY_BAND, "none", true));
        assertThat(view.model().rows()).hasSize(2);
        bench.click("select-all");
        bench.click("score");
        assertThat(bench.text("confirm-ok")).isEqualTo("Recompute 2 scores");
        bench.click("confirm-ok");
        assertThat(bench.said()).containsExactly("2 companies have a new score.");
        assertThat(TestDatabases.ask(database, "SELECT count(*) FROM marketing.company_master WHERE data_quality_score IS NULL"))
                .isEqualTo("0");
    }

    @Test
    void enterOpensTheRecord() {
        bench.run(() -> view.go(1));
        bench.run(view::focus);
        bench.robot.push(KeyCode.ENTER);
        assertThat(bench.records).containsExactly("MASTER " + view.model().rows().get(1).key());
    }

    @Test
    void exportTakesAllThatTheFilterShows() {
        bench.run(() -> view.model().search("concord"));
        bench.run(() -> view.commands().stream().filter(c -> c.id().equals("export")).findFirst().orElseThrow().run());
        assertThat(bench.exports).singleElement()
                .isEqualTo(new barton.steward.model.Selection.Matching(view.model().query(), java.util.Set.of()));
    }
}
