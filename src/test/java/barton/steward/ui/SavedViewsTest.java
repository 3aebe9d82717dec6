package barton.steward.ui;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.Table;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Filter;
import barton.steward.model.query.Query;
import barton.steward.model.query.Sort;
import barton.steward.support.SampleSession;
import barton.steward.support.TestDatabases;
import barton.steward.ui.virtual.RowList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SavedViewsTest {
    private static final DataSource DATABASE = SampleSession.intake(446);
    private static final Query USUAL = Query.all(Table.INTAKE).sortedBy(Sort.usual(Table.INTAKE));
    private static final Query FAILED = USUAL.where(new Filter.AnyOf(List.of(Condition.is(IntakeFields.STATUS, "failed"),
            Condition.empty(IntakeFields.WEBSITE)))).sortedBy(Sort.ascending(IntakeFields.COMPANY).then(IntakeFields.ID, true));

    private TestWindow window;

    @BeforeEach
    void open() {
        TestDatabases.run(DATABASE, "DELETE FROM shq.saved_view");
        window = TestWindow.at(ViewId.INTAKE, SampleSession.over(DATABASE), 1440, 900);
        window.click("nav-INTAKE");
    }

    @Test
    void aViewIsSavedFoundAfterARestartAndSwitchedOffWithoutBeingLost() {
        ask(FAILED);
        window.run(() -> column("website").setVisible(false));
        save("To do", true);
        assertThat(window.text("saved-views")).isEqualTo("To do");
        ask(USUAL);
        assertThat(window.text("saved-views")).isEqualTo("To do, changed");

        window = TestWindow.at(ViewId.INTAKE, SampleSession.over(DATABASE), 1440, 900);
        window.click("nav-INTAKE");
        assertThat(query()).isEqualTo(USUAL);
        box("To do").fire();
        assertThat(query()).isEqualTo(FAILED);
        assertThat(column("website").isVisible()).isFalse();
        box("To do").fire();
        assertThat(query()).isEqualTo(USUAL);
        assertThat(column("website").isVisible()).isTrue();
        assertThat(names()).containsExactly("To do");
    }

    @Test
    void aNameThatIsTakenIsTakenOverAfterAskingOnly() {
        save("Mine", false);
        ask(FAILED);
        save("mine", false);
        assertThat(window.text("confirm-text")).contains("“Mine” is there already");
        window.press(KeyCode.ESCAPE);
        assertThat(saved("conditions")).isEqualTo("[]");
        save("mine", false);
        window.click("confirm-ok");
        assertThat(saved("conditions")).contains("failed");
        save("mine", true);
        assertThat(names()).containsExactly("Mine", "mine");
    }

    @Test
    void aDeletedViewComesBackByUndo() {
        ask(FAILED);
        save("Gone", true);
        openPane();
        press("view-delete-");
        assertThat(TestDatabases.ask(DATABASE, "SELECT count(*) FROM shq.saved_view")).isEqualTo("0");
        assertThat(window.text("saved-views")).isEqualTo("Saved views");
        window.run(() -> window.main().notices().latestProperty().get().links().getFirst().run().run());
        assertThat(names()).containsExactly("Gone");
        assertThat(saved("conditions")).contains("failed");
    }

    @Test
    void aViewIsFoundInThePalette() {
        ask(FAILED);
        save("Faulty ones", true);
        ask(USUAL);
        window.click("nav-OVERVIEW");
        window.press(KeyCode.CONTROL, KeyCode.K);
        window.run(() -> window.find("palette-text", TextField.class).setText("faulty ones"));
        window.press(KeyCode.ENTER);
        assertThat(window.sees("INTAKE")).isTrue();
        assertThat(query()).isEqualTo(FAILED);
    }

    private void ask(Query query) {
        window.run(() -> window.main().open(query));
    }

    private void save(String name, boolean shared) {
        openPane();
        press("view-save");
        assertThat(Window.getWindows().stream().noneMatch(w -> w instanceof PopupWindow)).isTrue();
        window.run(() -> {
            window.find("view-called", TextField.class).setText(name);
            window.find("view-share", CheckBox.class).setSelected(shared);
        });
        window.click("view-ok");
    }

    /// The pane is a window of its own.
    private void openPane() {
        window.run(() -> Window.getWindows().stream().filter(w -> w instanceof PopupWindow).toList()
                .forEach(Window::hide));
        window.run(() -> window.find("saved-views", Button.class).fire());
    }

    private void press(String id) {
        window.run(() -> ((ButtonBase) window.robot.lookup((Node n) -> n.getId() != null && n.getId().startsWith(id))
                .query()).fire());
    }

    private Box box(String name) {
        openPane();
        CheckBox found = boxes().stream().filter(b -> b.getText().equals(name)).findFirst().orElseThrow();
        return () -> window.run(found::fire);
    }

    @FunctionalInterface
    private interface Box {
        void fire();
    }

    private List<String> names() {
        openPane();
        return boxes().stream().map(CheckBox::getText).toList();
    }

    private List<CheckBox> boxes() {
        return window.robot.lookup((Node n) -> n instanceof CheckBox && n.getId() != null && n.getId().matches("view-[0-9]+"))
                .queryAllAs(CheckBox.class).stream().toList();
    }

    private static String saved(String part) {
        return TestDatabases.ask(DATABASE, "SELECT content ->> '" + part + "' FROM shq.saved_view ORDER BY view_no LIMIT 1");
    }

    private Query query() {
        return window.onWindow(() -> ((RowList) window.table(Table.INTAKE).getItems()).query());
    }

    private TableColumn<?, ?> column(String id) {
        return window.table(Table.INTAKE).getColumns().stream().filter(c -> id.equals(c.getId())).findFirst().orElseThrow();
    }
}
