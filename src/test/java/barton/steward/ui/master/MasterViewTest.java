package barton.steward.ui.master;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.MasterFields;
import barton.steward.support.SampleSession;
import barton.steward.support.TestDatabases;
import barton.steward.ui.actions.TestContext;
import barton.steward.ui.support.Cells;
import barton.steward.ui.table.RowsView;
import javafx.scene.input.KeyCode;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MasterViewTest {
    private RowsView view;
    private TestContext context;
    private DataSource database;

    @BeforeEach
    void open() {
        database = SampleSession.worked(50);
        context = TestContext.show(SampleSession.over(database), 1300, 700, b -> {
            view = new MasterView(b).view();
            return view.node();
        });
        context.run(view::refresh);
    }

    @Test
    void qualityStandsAsANumberAndABar() {
        assertThat(Cells.texts(context, "MASTER-table", "data_quality_score", 0)).containsExactly("100");
    }

    @Test
    void aSlotIsAddedToTheSelectedCompany() {
        context.run(() -> view.go(1));
        context.click("addslot");
        assertThat(context.slots).containsExactly(view.model().rows().get(1).key().toString());
    }

    @Test
    void theQualityOfTheSelectedCompaniesIsRecomputed() {
        TestDatabases.run(database, "UPDATE marketing.company_master SET data_quality_score = NULL WHERE source_record_id IN ('1', '2')");
        context.run(() -> view.model().choose(MasterFields.QUALITY_BAND, "none", true));
        assertThat(view.model().rows()).hasSize(2);
        context.click("select-all");
        context.click("score");
        assertThat(context.text("confirm-ok")).isEqualTo("Recompute 2 scores");
        context.click("confirm-ok");
        assertThat(context.said()).containsExactly("2 companies have a new score.");
        assertThat(TestDatabases.ask(database, "SELECT count(*) FROM marketing.company_master WHERE data_quality_score IS NULL"))
                .isEqualTo("0");
    }

    @Test
    void enterOpensTheRecord() {
        context.run(() -> view.go(1));
        context.run(view::focus);
        context.robot.push(KeyCode.ENTER);
        assertThat(context.records).containsExactly("MASTER " + view.model().rows().get(1).key());
    }

    @Test
    void exportTakesAllThatTheFilterShows() {
        context.run(() -> view.model().search("concord"));
        context.run(() -> view.commands().stream().filter(c -> c.id().equals("export")).findFirst().orElseThrow().run());
        assertThat(context.exports).singleElement()
                .isEqualTo(new barton.steward.model.query.Selection.Matching(view.model().query(), java.util.Set.of()));
    }
}
