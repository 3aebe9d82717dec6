package barton.steward.ui.palette;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Table;
import barton.steward.service.question.FigureQueries;
import barton.steward.support.TestDatabases;
import barton.steward.ui.actions.DemoSession;
import barton.steward.ui.actions.TestContext;
import barton.steward.ui.support.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
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
    void batchesOfPeopleSavedViewsAndPeopleAreFoundToo() {
        TestDatabases.run(database, """
                INSERT INTO intake.people_raw_intake (first_name, last_name, email, import_batch_id)
                VALUES ('Zora', 'Quill', 'zora@quill.example', 'SPRING-FAIR')""");
        var views = context.session().views();
        for (int i = 1; i <= 12; i++) {
            views.save(Table.INTAKE, "Mine " + i, false, "{}", Optional.empty());
            views.save(Table.PEOPLE, "Team " + i, true, "{}", Optional.empty());
        }
        open();
        context.settle();
        assertThat(offered("spring fair")).containsExactlyInAnyOrder("Show batch SPRING-FAIR", "Story of batch SPRING-FAIR",
                "Review batch SPRING-FAIR", "Audit batch SPRING-FAIR…", "Promote batch SPRING-FAIR…");
        assertThat(offered("mine")).filteredOn(title -> title.startsWith("Show Mine ")).hasSize(12);
        assertThat(offered("team")).filteredOn(title -> title.startsWith("Show Team ")).hasSize(12);
        assertThat(offered("quill")).containsExactly("Zora Quill");
        assertThat(offered("ann15@exam")).containsExactly("Ann Lee");
        context.run(() -> context.find("palette-text", TextField.class).setText("show batch spring"));
        context.robot.type(KeyCode.ENTER);
        context.settle();
        assertThat(context.opened).containsExactly(FigureQueries.imported(Entity.PERSON, "SPRING-FAIR"));
    }

    private List<String> offered(String typed) {
        context.run(() -> context.find("palette-text", TextField.class).setText(typed));
        context.settle();
        return context.onWindow(() -> ((ListView<?>) context.find("palette-list", Node.class)).getItems().stream()
                .map(m -> ((PaletteViewModel.Match) m).entry().title()).toList());
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
