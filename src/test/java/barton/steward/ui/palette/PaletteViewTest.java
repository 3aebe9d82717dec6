package barton.steward.ui.palette;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.service.Questions;
import barton.steward.ui.support.Command;
import barton.steward.ui.support.DemoDesk;
import barton.steward.ui.support.TestBench;
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
    private TestBench bench;

    @BeforeAll
    static void rows() {
        database = DemoDesk.database();
    }

    @BeforeEach
    void show() {
        bench = TestBench.show(DemoDesk.over(database), 1000, 720, b -> new Region());
        bench.commands.addAll(List.of(command("Overview", "Shortcut+1"), command("Intake", "Shortcut+2"), command("Master", "Shortcut+3"),
                command("Import companies from CSV…", "Shortcut+I"), command("Promote a batch…", "Shortcut+P"),
                command("Export as CSV…", "Shortcut+E"), command("Dark theme", null), command("Keys", "F1")));
    }

    @Test
    void aFewLettersAndEnterDoIt() {
        open();
        bench.robot.write("impcsv").type(KeyCode.ENTER);
        bench.settle();
        assertThat(done).containsExactly("Import companies from CSV…");
        assertThat(bench.sees("palette")).isFalse();
    }

    @Test
    void arrowsChooseAmongWhatFits() {
        open();
        bench.robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.UP, KeyCode.ENTER);
        bench.settle();
        assertThat(done).containsExactly("Intake");
    }

    @Test
    void aBatchIsFoundByPartOfItsName() {
        open();
        bench.robot.write("show wv");
        bench.settle();
        bench.picture("palette");
        bench.robot.type(KeyCode.ENTER);
        bench.settle();
        assertThat(bench.opened).containsExactly(Questions.imported("20251024-WV-BATCH1"));
    }

    @Test
    void escapeClosesItAndNothingIsDone() {
        open();
        bench.picture("palette-all");
        bench.robot.type(KeyCode.ESCAPE);
        bench.settle();
        assertThat(bench.sees("palette")).isFalse();
        assertThat(done).isEmpty();
    }

    @Test
    void theListOfKeysNamesEachShortcut() {
        bench.run(() -> KeysView.open(bench));
        bench.picture("keys");
        assertThat(bench.sees("keys-grid")).isTrue();
        bench.robot.type(KeyCode.ESCAPE);
        bench.settle();
        assertThat(bench.sees("keys-grid")).isFalse();
    }

    private void open() {
        bench.run(() -> PaletteView.open(bench));
    }

    private Command command(String title, String keys) {
        return new Command(title, title, keys == null ? null : KeyCombination.valueOf(keys), () -> true, () -> done.add(title));
    }
}
