package barton.steward.ui.palette;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.service.question.FigureQueries;
import barton.steward.ui.actions.DemoSession;
import barton.steward.ui.actions.TestContext;
import barton.steward.ui.support.Command;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PaletteViewTest {
    private static DataSource database;
    private final List<String> done = new ArrayList<>();
    private TestContext context;

    @BeforeAll
    static void rows() {
        database = DemoSession.database();
    }

    @BeforeEach
    void show() {
        context = TestContext.show(DemoSession.over(database), 1000, 720, b -> new Region());
        context.commands.addAll(List.of(command("Overview", "Shortcut+1"), command("Intake", "Shortcut+2"), command("Master", "Shortcut+3"),
                command("Import companies from CSV…", "Shortcut+I"), command("Promote a batch…", "Shortcut+P"),
                command("Export as CSV…", "Shortcut+E"), command("Dark theme", null), command("Keys", "F1")));
    }

    @Test
    void aFewLettersAndEnterDoIt() {
        open();
        context.robot.write("impcsv").type(KeyCode.ENTER);
        context.settle();
        assertThat(done).containsExactly("Import companies from CSV…");
        assertThat(context.sees("palette")).isFalse();
    }

    @Test
    void arrowsChooseAmongWhatFits() {
        open();
        context.robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.UP, KeyCode.ENTER);
        context.settle();
        assertThat(done).containsExactly("Intake");
    }

    @Test
    void aBatchIsFoundByPartOfItsName() {
        open();
        context.robot.write("show wv");
        context.settle();
        context.picture("palette");
        context.robot.type(KeyCode.ENTER);
        context.settle();
        assertThat(context.opened).containsExactly(FigureQueries.imported("20251024-WV-BATCH1"));
    }

    @Test
    void escapeClosesItAndNothingIsDone() {
        open();
        context.picture("palette-all");
        context.robot.type(KeyCode.ESCAPE);
        context.settle();
        assertThat(context.sees("palette")).isFalse();
        assertThat(done).isEmpty();
    }

    @Test
    void theListOfKeysNamesEachShortcut() {
        context.run(() -> KeysView.open(context));
        context.picture("keys");
        assertThat(context.sees("keys-grid")).isTrue();
        context.robot.type(KeyCode.ESCAPE);
        context.settle();
        assertThat(context.sees("keys-grid")).isFalse();
    }

    private void open() {
        context.run(() -> PaletteView.open(context));
    }

    private Command command(String title, String keys) {
        return new Command(title, title, keys == null ? null : KeyCombination.valueOf(keys), () -> true, () -> done.add(title));
    }
}
