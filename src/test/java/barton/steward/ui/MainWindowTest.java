package barton.steward.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.IntakeStatus;
import barton.steward.catalog.Table;
import barton.steward.service.question.FigureQueries;
import barton.steward.support.SampleSession;
import barton.steward.support.TestDatabases;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MainWindowTest {
    private static final String VALIDATED = "SELECT count(*) FROM intake.company_raw_intake WHERE validated";
    private static final DataSource DATABASE = SampleSession.worked(446);

    private TestWindow window;

    @BeforeEach
    void open() {
        window = TestWindow.at(ViewId.INTAKE, SampleSession.over(DATABASE), 1440, 900);
    }

    @Test
    void everyViewShowsItsRows() {
        for (ViewId place : ViewId.values()) {
            window.click("nav-" + place);
            window.picture("window-" + place);
            if (place.table() != null) {
                assertThat(window.table(place.table()).getItems()).isNotEmpty();
            }
        }
    }

    @Test
    void viewsOpenByTheirKeys() {
        window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        assertThat(window.sees("MASTER")).isTrue();
        window.press(KeyCode.CONTROL, KeyCode.DIGIT9);
        assertThat(window.sees("LOG")).isTrue();
    }

    @Test
    void theKeyThatATooltipNamesOpensItsView() {
        for (ViewId place : ViewId.values()) {
            String named = window.onWindow(() -> window.find("nav-" + place, Control.class).getTooltip().getText());
            ViewId elsewhere = place == ViewId.OVERVIEW ? ViewId.RULES : ViewId.OVERVIEW;
            window.run(() -> window.main().go(elsewhere));
            window.press(Stream.of(named.replaceAll("^.*\\(|\\)$", "").split("\\+")).map(MainWindowTest::key).toArray(KeyCode[]::new));
            assertThat(window.<Boolean>onWindow(() -> window.find("nav-" + place, ToggleButton.class).isSelected())).as(named).isTrue();
        }
    }

    @Test
    void noKeyMeansTwoThings() {
        for (ViewId place : ViewId.values()) {
            window.run(() -> window.main().go(place));
            assertThat(window.onWindow(() -> window.main().commands().stream().filter(c -> c.shortcut() != null)
                    .map(c -> c.shortcut().getName()).toList())).as("in %s", place).doesNotHaveDuplicates();
        }
    }

    @Test
    void enterOpensTheRecordAndEscapeClosesIt() {
        window.click("nav-INTAKE");
        window.focus(Table.INTAKE, 9);
        window.press(KeyCode.ENTER);
        window.picture("window-drawer");
        assertThat(window.text("drawer-title")).isEqualTo("Merrick Hotels 437");
        window.press(KeyCode.J);
        assertThat(window.text("drawer-title")).isEqualTo("Merrick Chemicals 436");
        window.press(KeyCode.ESCAPE);
        assertThat(window.sees("drawer")).isFalse();
    }

    @Test
    void theDrawerIsAsWideAsItWasLeft() {
        window.click("nav-INTAKE");
        window.focus(Table.INTAKE, 9);
        window.press(KeyCode.ENTER);
        window.run(() -> ((SplitPane) window.scene().lookup(".master-detail-pane .split-pane")).setDividerPositions(0.5));
        double left = window.find("drawer", Region.class).getWidth();
        window.press(KeyCode.ESCAPE);
        window.press(KeyCode.ENTER);
        assertThat(left).isGreaterThan(500);
        assertThat(window.find("drawer", Region.class).getWidth()).isCloseTo(left, within(10.0));
    }

    @Test
    void theDrawerFitsIntoASmallWindow() {
        window.run(() -> {
            window.stage().setWidth(1000);
            window.stage().setHeight(700);
        });
        window.click("nav-INTAKE");
        window.focus(Table.INTAKE, 9);
        window.press(KeyCode.ENTER);
        window.picture("window-small");
        assertThat(window.find("drawer", Region.class).localToScene(window.find("drawer", Region.class).getLayoutBounds()).getMaxX())
                .isLessThanOrEqualTo(1000);
        assertThat(window.find("nav-INTAKE", Node.class).localToScene(0, 0).getX()).isPositive();
    }

    @Test
    void aFigureLeadsToItsRows() {
        window.run(() -> window.main().open(FigureQueries.failed("20251024-WV-BATCH1")));
        assertThat(window.table(Table.INTAKE).getItems()).hasSize(44)
                .allSatisfy(row -> assertThat(row.text(IntakeFields.STATUS)).isEqualTo(IntakeStatus.FAILED.word()));
        window.picture("window-filtered");
    }

    @Test
    void aRunLeadsToTheCompaniesItMade() {
        window.click("nav-LOG");
        window.focus(Table.LOG, 0);
        window.press(KeyCode.O);
        assertThat(window.sees("MASTER")).isTrue();
        assertThat(window.table(Table.MASTER).getItems()).hasSize(202);
    }

    @Test
    void lineageLeadsFromIntakeToMaster() {
        window.run(() -> window.main().open(FigureQueries.promoted("20251024-WV-BATCH1")));
        window.focus(Table.INTAKE, 0);
        window.press(KeyCode.ENTER);
        window.clickTab("lineage");
        window.picture("window-lineage");
        window.click("lineage-master");
        assertThat(window.sees("MASTER")).isTrue();
        assertThat(window.text("drawer-title")).isEqualTo("Kanawha Mining Supply 445");
    }

    @Test
    void searchRunsWhileOneTypes() {
        window.click("nav-MASTER");
        window.press(KeyCode.SLASH);
        window.robot.write("kanawha");
        window.settle();
        assertThat(window.table(Table.MASTER).getItems()).isNotEmpty().hasSizeLessThan(60);
        assertThat(window.find("search", TextInputControl.class).getText()).isEqualTo("kanawha");
    }

    @Test
    void plainLettersDoNothingWhereTextIsTyped() {
        window.click("nav-INTAKE");
        window.focus(Table.INTAKE, 0);
        window.click("search");
        window.robot.write("vrp");
        window.settle();
        assertThat(window.find("search", TextField.class).getText()).isEqualTo("vrp");
        assertThat(window.main().dialogs().isOpen()).isFalse();
    }

    @Test
    void theLetterOfACommandIsNotTypedIntoTheDialogThatItOpens() {
        window = TestWindow.at(ViewId.INTAKE, SampleSession.over(SampleSession.intake(20)), 1440, 900);
        window.click("nav-INTAKE");
        window.focus(Table.INTAKE, 0);
        window.press(KeyCode.SPACE);
        window.press(KeyCode.R);
        window.robot.write("closed");
        window.settle();
        assertThat(window.find("ask-text", TextInputControl.class).getText()).isEqualTo("closed");
    }

    @Test
    void controlZTakesTheLatestActionBack() {
        DataSource own = SampleSession.intake(20);
        window = TestWindow.at(ViewId.INTAKE, SampleSession.over(own), 1440, 900);
        window.click("nav-INTAKE");
        window.click("select-all");
        window.press(KeyCode.V);
        window.click("confirm-ok");
        assertThat(TestDatabases.ask(own, VALIDATED)).isEqualTo("20");
        window.press(KeyCode.CONTROL, KeyCode.Z);
        window.click("confirm-ok");
        assertThat(TestDatabases.ask(own, VALIDATED)).isEqualTo("12");
        assertThat(window.text("attention-INTAKE")).isEqualTo("8");
    }

    @Test
    void controlZAfterAPromotionOrAClearingLeadsToTakingItBack() {
        DataSource own = SampleSession.intake(20);
        window = TestWindow.at(ViewId.INTAKE, SampleSession.over(own), 1440, 900);
        window.click("nav-INTAKE");
        window.click("select-all");
        window.press(KeyCode.V);
        window.click("confirm-ok");
        TestDatabases.run(own, "SELECT shq.promote_company_records('20251024-WV-BATCH1', 'ann')");
        TestDatabases.run(own, "SELECT shq.clear_promoted_intake('20251024-WV-BATCH1', 'ann')");
        window.press(KeyCode.CONTROL, KeyCode.Z);
        assertThat(window.text("confirm-ok")).isEqualTo("Restore 15 rows");
        window.click("confirm-ok");
        window.press(KeyCode.CONTROL, KeyCode.Z);
        assertThat(window.text("takeback-confirm")).isEqualTo("Take back 15 companies");
        window.click("takeback-confirm");
        assertThat(TestDatabases.ask(own, "SELECT count(*) FROM marketing.company_master")).isEqualTo("0");
        window.press(KeyCode.CONTROL, KeyCode.Z);
        window.click("confirm-ok");
        assertThat(TestDatabases.ask(own, VALIDATED)).isEqualTo("12");
    }

    @Test
    void whatIsRememberedIsThereAgain() {
        window.click("nav-INTAKE");
        window.run(() -> window.main().open(FigureQueries.failed("20251024-WV-BATCH1")));
        window.run(() -> window.main().remember());
        TestWindow again = TestWindow.over(SampleSession.over(DATABASE), window.preferences(), 1440, 900);
        assertThat(again.sees("INTAKE")).isTrue();
        assertThat(again.table(Table.INTAKE).getItems()).hasSize(44);
    }

    private static KeyCode key(String name) {
        return name.equals("Ctrl") ? KeyCode.CONTROL : KeyCode.getKeyCode(name);
    }

    @Test
    void everyControlHasANameForScreenReaders() {
        for (ViewId place : ViewId.values()) {
            window.click("nav-" + place);
            List<String> nameless = window.all().stream()
                    .filter(n -> n instanceof javafx.scene.control.Control && n.isFocusTraversable() && TestWindow.seen(n))
                    .filter(n -> n.getAccessibleText() == null)
                    .filter(n -> !(n instanceof Labeled l && l.getText() != null && !l.getText().isBlank()))
                    .map(n -> n.getClass().getSimpleName() + " " + n.getId() + " " + n.getStyleClass()).toList();
            assertThat(nameless).as("in %s", place).isEmpty();
        }
    }
}
