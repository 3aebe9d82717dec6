package barton.steward.ui.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Entity;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.IntakeStatus;
import barton.steward.model.query.Row;
import barton.steward.model.query.Sort;
import barton.steward.support.SampleSession;
import barton.steward.support.TestDatabases;
import barton.steward.ui.actions.TestContext;
import barton.steward.ui.intake.IntakeView;
import barton.steward.ui.table.RowsView;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.text.Text;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.javafx.FontIcon;

class RowsTableTest {
    private DataSource database;
    private RowsView view;
    private TestContext context;

    @BeforeEach
    void open() {
        database = SampleSession.intake(446);
        context = TestContext.show(SampleSession.over(database), 1200, 800, b -> {
            view = new IntakeView(b, Entity.COMPANY).view();
            return view.node();
        });
        context.run(view::refresh);
    }

    @Test
    void whatIsPaintedIsTheRowsOwnWhateverStoodThereBefore() {
        paintsItsRows();
        context.run(() -> view.model().sort(Sort.descending(IntakeFields.NUM_EMPLOYEES)));
        paintsItsRows();
        context.run(() -> view.model().search("bank"));
        assertThat(table().getItems()).isNotEmpty();
        paintsItsRows();
        context.run(() -> view.model().choose(IntakeFields.STATUS, IntakeStatus.FAILED.word(), true));
        paintsItsRows();
        context.run(() -> view.model().search(""));
        paintsItsRows();
    }

    @Test
    void theKeyboardStaysWithItsRowWhereAnotherQuestionFindsItAtFirst() {
        context.run(() -> table().getFocusModel().focus(40));
        Row row = table().getItems().get(40);
        Row other = table().getItems().get(60);
        context.run(() -> view.model().search(row.text(IntakeFields.COMPANY)));
        assertThat(table().getItems().get(table().getFocusModel().getFocusedIndex()).key()).isEqualTo(row.key());
        context.run(() -> view.model().search(other.text(IntakeFields.COMPANY)));
        assertThat(table().getItems()).isNotEmpty();
        assertThat(table().getItems()).noneMatch(r -> r != null && r.key().equals(row.key()));
        assertThat(table().getFocusModel().getFocusedIndex()).isZero();
        context.run(() -> view.model().search("no such company"));
        assertThat(table().getFocusModel().getFocusedIndex()).isEqualTo(-1);
        context.run(() -> view.model().search(""));
        assertThat(table().getFocusModel().getFocusedIndex()).isZero();
    }

    @Test
    void theKeyboardStaysWithItsRowWhereOthersTakeRowsAway() {
        context.run(() -> view.go(400));
        Object key = context.onWindow(() -> table().getItems().get(400).key());
        TestDatabases.run(database, "DELETE FROM intake.company_raw_intake WHERE (id <= 20 OR id > 415) AND id <> " + key);
        context.run(() -> view.model().rows().refresh());
        assertThat(table().getItems()).hasSizeLessThan(400);
        assertThat(table().getItems().get(table().getFocusModel().getFocusedIndex()).key()).isEqualTo(key);
    }

    private void paintsItsRows() {
        List<RowCell> cells = context.onWindow(() -> table().lookupAll(".table-cell").stream().filter(RowCell.class::isInstance)
                .map(RowCell.class::cast).filter(c -> c.isVisible() && !c.isEmpty()).toList());
        assertThat(cells.isEmpty()).isEqualTo(table().getItems().isEmpty());
        for (RowCell cell : cells) {
            assertThat(cell.getItem()).isEqualTo(table().getItems().get(cell.getIndex()));
            Object value = cell.column().value(cell.getItem());
            String text = cell.getText() == null ? "" : cell.getText();
            String painted = text(cell).orElse("");
            if (painted.endsWith("...")) {
                assertThat(text).startsWith(painted.substring(0, painted.length() - 3));
            } else {
                assertThat(painted).as("%s of %s", cell.column().title(), value).isEqualTo(text);
            }
            assertThat(cell.getChildrenUnmodifiable().contains(cell.getGraphic())).isEqualTo(cell.getGraphic() != null);
        }
    }

    private static Optional<String> text(RowCell cell) {
        return cell.getChildrenUnmodifiable().stream().filter(n -> n instanceof Text && !(n instanceof FontIcon))
                .map(Text.class::cast).filter(Node::isVisible).map(Text::getText).findFirst();
    }

    @SuppressWarnings("unchecked")
    private TableView<Row> table() {
        return context.find("INTAKE-table", TableView.class);
    }
}
