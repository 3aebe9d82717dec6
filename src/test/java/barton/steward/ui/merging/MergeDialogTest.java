package barton.steward.ui.merging;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Table;
import barton.steward.model.query.Row;
import barton.steward.support.SampleSession;
import barton.steward.support.TestDatabases;
import barton.steward.ui.actions.TestContext;
import barton.steward.ui.master.MasterView;
import barton.steward.ui.table.RowsView;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MergeDialogTest {
    private DataSource database;
    private TestContext context;
    private RowsView view;

    @BeforeEach
    void open() {
        database = SampleSession.worked(20);
        context = TestContext.show(SampleSession.over(database), 1200, 800, b -> {
            view = new MasterView(b).view();
            return new StackPane(view.node());
        });
        context.run(view::refresh);
    }

    private List<String> ids() {
        return List.of(ask("SELECT string_agg(company_unique_id, ' ' ORDER BY company_unique_id) FROM marketing.company_master")
                .split(" "));
    }

    private String ask(String sql) {
        return TestDatabases.ask(database, sql);
    }

    private void merge(String one, String other) {
        context.run(() -> MergeDialog.open(context, Entity.COMPANY, List.of(one, other), () -> { }));
    }

    private String name(String id) {
        return ask("SELECT max(company_name) FROM marketing.company_master WHERE company_unique_id = '" + id + "'");
    }

    @Test
    void theSurvivorGetsTheValuesThatWereClickedAndTheRestByRules() {
        String one = ids().get(0);
        String other = ids().get(1);
        String website = ask("SELECT website_url FROM marketing.company_master WHERE company_unique_id = '" + one + "'");
        String called = name(other);
        merge(one, other);
        context.click("merge-survivor-" + one);
        context.click("merge-company_name-" + other);
        context.picture("merge");
        assertThat(context.text("merge-stays-company_name")).isEqualTo(called);
        assertThat(context.text("merge-follows")).startsWith("1 company goes into ").contains(one, "2 slots");

        context.click("merge-ok");

        assertThat(ask("SELECT company_name || ' ' || website_url FROM marketing.company_master WHERE company_unique_id = '" + one + "'"))
                .isEqualTo(called + " " + website);
        assertThat(ids()).doesNotContain(other);
        assertThat(context.said()).singleElement().asString().startsWith("1 company was merged into ");
        assertThat(context.changes.getFirst()).contains(Table.MASTER, Table.SLOTS, Table.LOG);
    }

    @Test
    void aSecondClickLetsTheRulesDecideAgain() {
        String one = ids().get(0);
        String other = ids().get(1);
        merge(one, other);
        context.click("merge-survivor-" + one);
        context.click("merge-company_name-" + other);
        context.click("merge-company_name-" + other);
        assertThat(context.text("merge-stays-company_name")).isEqualTo(name(one));
        assertThat(context.find("merge-company_name-" + one, RadioButton.class).isSelected()).isTrue();
    }

    @Test
    void cellsAreReadWholeWhereThereAreMoreThanFit() {
        String one = ids().get(0);
        String other = ids().get(1);
        TestDatabases.run(database, "UPDATE marketing.company_master SET industry = repeat(company_unique_id || ' ', 6),"
                + " company_phone = NULL, sic_codes = company_unique_id, address_street = company_unique_id || E'\\n' || company_unique_id,"
                + " description = repeat(company_unique_id || ' ', 20), keywords = ARRAY[company_unique_id, company_name]");
        merge(one, other);
        assertThat(context.find("merge-grid", GridPane.class).getChildren()).filteredOn(RadioButton.class::isInstance)
                .extracting(RadioButton.class::cast)
                .allSatisfy(cell -> assertThat(cell.getHeight()).as(cell.getText())
                        .isGreaterThanOrEqualTo(cell.prefHeight(cell.getWidth())));
        assertThat(context.find("merge-survivor-" + one, RadioButton.class).getText()).endsWith(one);
    }

    @Test
    void whatSomebodyChangedMeanwhileIsNotMergedButShownAnew() {
        String one = ids().get(0);
        String other = ids().get(1);
        merge(one, other);
        TestDatabases.run(database, "UPDATE marketing.company_master SET industry = 'Beekeeping' WHERE company_unique_id = '" + one + "'");
        context.click("merge-ok");
        assertThat(ids()).contains(one, other);
        assertThat(context.text("merge-problem-message")).contains("not any more what was looked at");
        assertThat(context.find("merge-industry-" + one, RadioButton.class).getText()).isEqualTo("Beekeeping");
        assertThat(context.find("merge-ok", Button.class).isDisabled()).isFalse();
    }

    @Test
    void whatATableOfOthersRefersToIsNotMerged() {
        String one = ids().get(0);
        String other = ids().get(1);
        TestDatabases.run(database, "CREATE TABLE public.invoice (company text REFERENCES marketing.company_master (company_unique_id));"
                + " INSERT INTO public.invoice VALUES ('" + one + "'), ('" + other + "')");
        merge(one, other);
        assertThat(context.text("merge-warned")).contains("public.invoice");
        assertThat(context.find("merge-ok", Button.class).isDisabled()).isTrue();
    }

    @Test
    @SuppressWarnings("unchecked")
    void theCurrentCompanyIsMergedWithOneThatIsFound() {
        Row current = context.onWindow(() -> view.model().target().record().orElseThrow());
        context.run(() -> view.commands().stream().filter(c -> c.id().equals("mergerecords")).findFirst().orElseThrow().run());
        context.run(() -> context.find("merge-find", TextField.class).setText(""));
        assertThat(context.find("merge-finder-ok", Button.class).isDisabled()).isTrue();
        ListView<Row> found = context.find("merge-found", ListView.class);
        assertThat(found.getItems()).isNotEmpty().doesNotContain(current);
        context.run(() -> found.getSelectionModel().select(0));
        context.picture("merge-finder");
        context.click("merge-finder-ok");
        assertThat(context.text("merge-title")).isEqualTo("Merge 2 companies into one");
    }
}
