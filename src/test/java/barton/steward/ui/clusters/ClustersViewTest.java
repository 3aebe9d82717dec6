package barton.steward.ui.clusters;

import static barton.steward.support.TestDatabases.ask;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Field;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.Table;
import barton.steward.model.cluster.ClusterMethod;
import barton.steward.service.question.FigureQueries;
import barton.steward.support.SampleSession;
import barton.steward.support.TestDatabases;
import barton.steward.ui.actions.TestContext;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Spellings of one thing in the window.
class ClustersViewTest {
    private DataSource database;
    private TestContext context;

    @BeforeEach
    void open() {
        database = TestDatabases.migrated();
        TestDatabases.run(database, """
                INSERT INTO intake.company_raw_intake (company, industry, company_city, import_batch_id)
                SELECT 'Firm', v, 'Elkins', 'B'
                FROM unnest(ARRAY['Health Care', 'Health Care', 'health care', 'Care, Health', 'A and B', 'A & B', 'Mining']) v""");
        context = TestContext.show(SampleSession.over(database), 1200, 800, c -> new Pane());
        show();
    }

    @Test
    void whatIsTickedIsMergedInOneActionAndWhatIsLeftOutStays() {
        assertThat(context.find("clusters-merge", Button.class).isDisabled()).isTrue();
        context.run(() -> list().requestFocus());
        context.press(KeyCode.SPACE);
        context.settle();
        assertThat(context.text("clusters-merge")).isEqualTo("Merge: 2 rows change");
        context.picture("clusters");
        context.run(() -> context.find("clusters-member-1", CheckBox.class).setSelected(false));
        context.run(() -> context.find("clusters-value", TextField.class).setText("Hospitals "));
        context.settle();
        assertThat(context.text("clusters-merge")).isEqualTo("Merge: 3 rows change");
        context.click("clusters-merge");

        assertThat(industries()).isEqualTo("Hospitals;Hospitals;Hospitals;Care, Health;A and B;A & B;Mining");
        assertThat(context.said()).containsExactly("Spellings merged: 3 rows changed.");
        assertThat(context.changes).containsExactly(List.of(Table.INTAKE));
        assertThat(ask(database, "SELECT count(*)::text FROM shq.action")).isEqualTo("1");
    }

    @Test
    void whatWasDecidedIsTickedTheNextTime() {
        context.click("clusters-all");
        context.settle();
        assertThat(context.text("clusters-merge")).isEqualTo("Merge: 3 rows change");
        context.click("clusters-merge");
        TestDatabases.run(database, "INSERT INTO intake.company_raw_intake (industry, import_batch_id) VALUES ('health care', 'B')");
        show();
        context.run(() -> method().setValue(ClusterMethod.REMEMBERED));
        context.settle();

        assertThat(list().getItems()).hasSize(1);
        assertThat(context.text("clusters-merge")).isEqualTo("Merge: 1 row changes");
        context.run(() -> method().setValue(ClusterMethod.COLOGNE));
        context.settle();
        context.run(() -> field().setValue(IntakeFields.COMPANY_CITY));
        context.settle();
        assertThat(context.text("clusters-state")).startsWith("No values were found this way");
    }

    private void show() {
        context.run(() -> ClustersView.open(context, FigureQueries.imported("B"), null));
        context.settle();
    }

    private String industries() {
        return ask(database, "SELECT string_agg(industry, ';' ORDER BY id) FROM intake.company_raw_intake");
    }

    @SuppressWarnings("unchecked")
    private ComboBox<ClusterMethod> method() {
        return context.find("clusters-method", ComboBox.class);
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Field> field() {
        return context.find("clusters-field", ComboBox.class);
    }

    @SuppressWarnings("unchecked")
    private ListView<ClusterChoice> list() {
        return context.find("clusters-list", ListView.class);
    }
}
