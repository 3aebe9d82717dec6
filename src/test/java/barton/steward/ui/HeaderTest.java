package barton.steward.ui;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.Table;
import barton.steward.model.query.Query;
import barton.steward.model.query.Row;
import barton.steward.model.query.Sort;
import barton.steward.support.SampleSession;
import barton.steward.ui.virtual.RowList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.input.KeyCode;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What can be done with columns: the order by several of them, their menu, and how they are remembered.
class HeaderTest {
    private static final DataSource DATABASE = SampleSession.intake(446);

    private TestWindow window;

    @BeforeEach
    void open() {
        window = TestWindow.at(ViewId.INTAKE, SampleSession.over(DATABASE), 1600, 900);
        window.click("nav-INTAKE");
    }

    @Test
    void severalColumnsSortTogetherAndSayInWhichOrderAlsoAfterARestart() {
        sort("import_batch_id", "num_employees");
        Query asked = Query.all(Table.INTAKE).sortedBy(Sort.ascending(IntakeFields.IMPORT_BATCH_ID)
                .then(IntakeFields.NUM_EMPLOYEES, true));
        List<Object> employees = window.table(Table.INTAKE).getItems().stream().limit(80).map(r -> r.get(IntakeFields.NUM_EMPLOYEES))
                .filter(Objects::nonNull).toList();
        assertThat(employees.stream().map(Integer.class::cast)).hasSizeGreaterThan(40).isSorted();
        assertThat(marks()).containsExactly("import_batch_id 1", "num_employees 2");

        window.run(() -> window.main().remember());
        window = TestWindow.over(SampleSession.over(DATABASE), window.preferences(), 1600, 900);
        assertThat(window.table(Table.INTAKE).getSortOrder()).extracting(TableColumn::getId)
                .containsExactly("import_batch_id", "num_employees");
        assertThat(marks()).containsExactly("import_batch_id 1", "num_employees 2");
        assertThat(query()).isEqualTo(asked);
    }

    @Test
    void aColumnAddedToTheOrderByTheKeyComesBeforeIt() {
        sort("id", "company");
        assertThat(query().sort()).isEqualTo(Sort.ascending(IntakeFields.COMPANY).then(IntakeFields.ID, false));
        assertThat(marks()).containsExactly("company 1", "id 2");
    }

    @Test
    void theMenuOfAHeaderSortsByItsColumn() {
        pick("company", "header-down");
        assertThat(query().sort()).isEqualTo(Sort.descending(IntakeFields.COMPANY));
        pick("num_employees", "header-add");
        assertThat(query().sort()).isEqualTo(Sort.descending(IntakeFields.COMPANY).then(IntakeFields.NUM_EMPLOYEES, true));
        pick("company", "header-drop");
        assertThat(query().sort()).isEqualTo(Sort.ascending(IntakeFields.NUM_EMPLOYEES));
        assertThat(marks()).containsExactly("num_employees ");
    }

    @Test
    void theMenuOfAHeaderOpensAFilterByItsColumn() {
        pick("company", "header-filter");
        assertThat(window.sees("filter")).isTrue();
        assertThat(window.text("filter-title")).isNotBlank();
    }

    @Test
    void columnsThatWereMovedPulledAndHiddenComeBackAsTheyWere() {
        List<String> before = columns();
        pick("company", "header-hide");
        window.run(() -> {
            window.table(Table.INTAKE).getColumns().add(1, window.table(Table.INTAKE).getColumns().removeLast());
            window.table(Table.INTAKE).resizeColumn(column("num_employees"), 60);
        });
        pick("num_employees", "header-down");
        assertThat(columns()).isNotEqualTo(before);
        pick("num_employees", "header-reset");
        assertThat(columns()).isEqualTo(before);
        assertThat(query().sort()).isEqualTo(Sort.descending(IntakeFields.NUM_EMPLOYEES));
        assertThat(marks()).containsExactly("num_employees ");
    }

    @Test
    void theMenuOfTheMarkedColumnOpensByKeys() {
        window.focus(Table.INTAKE, 0);
        window.press(KeyCode.RIGHT);
        window.press(KeyCode.RIGHT);
        String second = window.table(Table.INTAKE).getVisibleLeafColumns().get(2).getId();
        window.press(KeyCode.ALT, KeyCode.DOWN);
        window.robot.clickOn(window.robot.lookup("#header-up").queryAs(Node.class));
        window.settle();
        assertThat(query().sort().field().name()).isEqualTo(second);
    }

    @Test
    void aColumnIsMadeAsWideAsItsContent() {
        window.run(() -> window.table(Table.INTAKE).resizeColumn(column("company"), 300));
        double wide = column("company").getWidth();
        pick("company", "header-fit");
        assertThat(column("company").getWidth()).isLessThan(wide - 50);
    }

    private void sort(String first, String second) {
        window.run(() -> window.table(Table.INTAKE).getSortOrder().setAll(List.of(column(first), column(second))));
    }

    private void pick(String column, String item) {
        window.robot.rightClickOn(header(column));
        window.settle();
        window.robot.clickOn(window.robot.lookup("#" + item).queryAs(Node.class));
        window.settle();
    }

    private Node header(String column) {
        return window.all().stream().filter(n -> n instanceof TableColumnHeader h && h.getTableColumn() != null
                && column.equals(h.getTableColumn().getId())).findFirst().orElseThrow();
    }

    private TableColumn<Row, ?> column(String id) {
        return window.table(Table.INTAKE).getColumns().stream().filter(c -> id.equals(c.getId())).findFirst().orElseThrow();
    }

    private List<String> columns() {
        return window.table(Table.INTAKE).getColumns().stream()
                .map(c -> "%s %.0f %s".formatted(c.getId(), c.getWidth(), c.isVisible())).toList();
    }

    private Query query() {
        return window.onWindow(() -> ((RowList) window.table(Table.INTAKE).getItems()).query());
    }

    /// What the headers say of the order, by its columns.
    private List<String> marks() {
        var marks = new ArrayList<String>();
        for (TableColumn<Row, ?> column : window.table(Table.INTAKE).getSortOrder()) {
            Stream.of(header(column.getId())).flatMap(h -> h.lookupAll(".sort-mark").stream()).map(Label.class::cast)
                    .forEach(mark -> marks.add(column.getId() + " " + (mark.getText() == null ? "" : mark.getText())));
        }
        return marks;
    }
}
