package barton.steward.ui;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.MasterFields;
import barton.steward.catalog.Table;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Query;
import barton.steward.model.query.Sort;
import barton.steward.support.SampleSession;
import barton.steward.ui.virtual.RowList;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BackTest {
    private static final DataSource DATABASE = SampleSession.worked(446);

    private TestWindow window;

    @BeforeEach
    void open() {
        window = TestWindow.over(SampleSession.over(DATABASE), 1440, 900);
    }

    @Test
    void backLeadsToTheViewsAndQuestionsOfBeforeAndForwardAgainToTheLaterOnes() {
        Query failed = usual(Table.INTAKE).where(Condition.is(IntakeFields.STATUS, "failed"));
        Query named = usual(Table.MASTER).where(Condition.is(MasterFields.STATE_ABBREV, "WV"));
        window.click("nav-INTAKE");
        window.run(() -> window.main().open(failed));
        window.run(() -> window.main().open(named));

        back();
        assertThat(window.sees("INTAKE")).isTrue();
        assertThat(query(Table.INTAKE)).isEqualTo(failed);
        back();
        assertThat(query(Table.INTAKE)).isEqualTo(usual(Table.INTAKE));
        forward();
        assertThat(query(Table.INTAKE)).isEqualTo(failed);
        forward();
        assertThat(window.sees("MASTER")).isTrue();
        assertThat(query(Table.MASTER)).isEqualTo(named);
        forward();
        assertThat(window.sees("MASTER")).isTrue();
    }

    @Test
    void backTakesTheLastChangeOfAFilterBack() {
        window.click("nav-INTAKE");
        window.run(() -> window.main().open(usual(Table.INTAKE).where(Condition.is(IntakeFields.STATUS, "failed"))));
        window.click("filter-clear");
        assertThat(query(Table.INTAKE)).isEqualTo(usual(Table.INTAKE));
        back();
        assertThat(query(Table.INTAKE).conditions()).hasSize(1);
    }

    @Test
    void aSearchThatIsTypedIsOneStop() {
        window.click("nav-INTAKE");
        for (String typed : new String[] {"b", "ba", "ban", "bank"}) {
            window.run(() -> window.main().open(usual(Table.INTAKE).searching(typed)));
        }
        back();
        assertThat(query(Table.INTAKE)).isEqualTo(usual(Table.INTAKE));
    }

    @Test
    void theBackButtonOfAMouseDoesTheSame() {
        window.click("nav-INTAKE");
        window.click("nav-MASTER");
        window.robot.moveTo(window.find("MASTER-table", Node.class)).press(MouseButton.BACK).release(MouseButton.BACK);
        window.settle();
        assertThat(window.sees("INTAKE")).isTrue();
    }

    private void back() {
        window.press(KeyCode.ALT, KeyCode.LEFT);
    }

    private void forward() {
        window.press(KeyCode.ALT, KeyCode.RIGHT);
    }

    private static Query usual(Table table) {
        return Query.all(table).sortedBy(Sort.usual(table));
    }

    private Query query(Table table) {
        return window.onWindow(() -> ((RowList) window.table(table).getItems()).query());
    }
}
