package barton.steward.ui.table;

import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Field;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.Table;
import barton.steward.support.SampleSession;
import barton.steward.ui.actions.TestContext;
import barton.steward.ui.support.Command;
import barton.steward.ui.virtual.RowCell;
import barton.steward.ui.virtual.RowsTable;
import barton.steward.ui.virtual.ViewColumn;
import java.util.Comparator;
import java.util.List;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Pages that cells name, opened from the table.
class WebCellsTest {
    private static final DataSource DATABASE = SampleSession.intake(3);

    static {
        run(DATABASE, """
                UPDATE intake.company_raw_intake SET website = 'first.example/about',
                       company_linkedin_url = 'https://linkedin.com/company/first'
                WHERE id = (SELECT max(id) FROM intake.company_raw_intake);
                UPDATE intake.company_raw_intake SET website = 'javascript:alert(1)', company_linkedin_url = NULL, facebook_url = NULL,
                       twitter_url = NULL WHERE id < (SELECT max(id) FROM intake.company_raw_intake)""");
    }

    private RowsView view;
    private TestContext context;

    @BeforeEach
    void open() {
        context = TestContext.show(SampleSession.over(DATABASE), 1400, 500, c -> {
            view = RowsView.of(c, Table.INTAKE);
            view.shown();
            return view.node();
        });
        context.run(() -> view.focus());
    }

    @Test
    void ctrlAndAClickOpenThePageOfACellAndTickNothing() {
        mouse(cell(0, IntakeFields.WEBSITE), true);
        assertThat(context.browsed).containsExactly("first.example/about");
        assertThat(selected()).isZero();

        mouse(cell(1, IntakeFields.WEBSITE), true);
        mouse(cell(0, IntakeFields.COMPANY), true);
        assertThat(context.browsed).hasSize(1);
    }

    @Test
    void aPlainClickOpensTheRecordAsEver() {
        mouse(cell(0, IntakeFields.WEBSITE), false);
        assertThat(context.browsed).isEmpty();
        assertThat(context.records).hasSize(1);
    }

    @Test
    void theKeyMeansTheMarkedCellElseTheFirstPageOfTheRecord() {
        Command web = view.commands().stream().filter(c -> c.id().equals("website")).findFirst().orElseThrow();
        assertThat(web.shortcut()).isEqualTo(KeyCombination.valueOf("Shortcut+Enter"));
        context.run(web::run);
        context.run(() -> table().cursor().go(new ViewColumn(Table.INTAKE, IntakeFields.COMPANY_LINKEDIN_URL)));
        context.run(web::run);
        assertThat(context.browsed).containsExactly("first.example/about", "https://linkedin.com/company/first");

        context.run(() -> {
            table().cursor().clear();
            view.go(1);
        });
        assertThat(context.onWindow(() -> web.enabled().getAsBoolean())).isFalse();
    }

    @Test
    void theMenuOfACellNamesItsPage() {
        assertThat(menuOf(cell(0, IntakeFields.WEBSITE)).getText()).isEqualTo("Open first.example/about in the browser");
        context.run(() -> menuOf(cell(0, IntakeFields.WEBSITE)).fire());
        assertThat(context.browsed).containsExactly("first.example/about");
        assertThat(menuOf(cell(1, IntakeFields.WEBSITE)).isDisable()).isTrue();
    }

    private MenuItem menuOf(RowCell cell) {
        ContextMenu menu = table().getContextMenu();
        context.onWindow(() -> {
            Event.fireEvent(table(), new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 0, 0, 0, 0, false,
                    new PickResult(cell, 0, 0)));
            menu.hide();
            return null;
        });
        return menu.getItems().stream().filter(i -> "menu-website".equals(i.getId())).findFirst().orElseThrow();
    }

    private int selected() {
        return context.onWindow(() -> (int) view.model().selection().countProperty().get());
    }

    private RowsTable table() {
        return context.find("INTAKE-table", RowsTable.class);
    }

    private RowCell cell(int row, Field field) {
        return context.all().stream().filter(RowCell.class::isInstance).map(RowCell.class::cast)
                .filter(c -> c.getItem() != null && c.column().field() == field && c.isVisible())
                .sorted(Comparator.comparingInt(RowCell::getIndex)).skip(row).findFirst().orElseThrow();
    }

    private void mouse(Node at, boolean shortcut) {
        context.run(() -> {
            for (EventType<MouseEvent> type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED,
                    MouseEvent.MOUSE_CLICKED)) {
                Event.fireEvent(at, new MouseEvent(type, 0, 0, 0, 0, MouseButton.PRIMARY, 1, false, shortcut, false, false,
                        type == MouseEvent.MOUSE_PRESSED, false, false, true, false, true, new PickResult(at, 0, 0)));
            }
        });
        context.settle();
    }
}
