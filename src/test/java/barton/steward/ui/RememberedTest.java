package barton.steward.ui;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import barton.steward.catalog.Table;
import barton.steward.dao.JdbiDaos;
import barton.steward.db.Database;
import barton.steward.service.Session;
import barton.steward.service.question.FigureQueries;
import barton.steward.support.SampleSession;
import barton.steward.ui.support.Clock;
import barton.steward.ui.support.Themes;
import java.time.Duration;
import java.time.Instant;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the window keeps for the next start, and what goes on by itself.
class RememberedTest {
    private static final DataSource ROWS = SampleSession.worked(60);

    private TestWindow window;

    @BeforeEach
    void open() {
        window = TestWindow.over(SampleSession.over(ROWS), 1440, 900);
    }

    @Test
    void whatWasAskedOfOneDatabaseIsNotAskedOfAnother() {
        window.run(() -> window.main().open(FigureQueries.failed("20251024-WV-BATCH1")));
        window.run(() -> window.main().remember());
        int asked = window.onWindow(() -> window.table(Table.INTAKE).getItems().size());
        assertThat(asked).isLessThan(60);
        Session other = Session.over(JdbiDaos.over(Database.over(ROWS)), "Another database", "ann");
        TestWindow elsewhere = TestWindow.over(other, window.preferences(), 1440, 900);
        assertThat(elsewhere.onWindow(() -> elsewhere.table(Table.INTAKE).getItems().size())).isEqualTo(60);
        elsewhere.run(() -> elsewhere.main().remember());
        TestWindow again = TestWindow.over(SampleSession.over(ROWS), window.preferences(), 1440, 900);
        assertThat(again.onWindow(() -> again.table(Table.INTAKE).getItems().size())).isEqualTo(asked);
    }

    @Test
    void theLookFollowsTheSystemAgainAfterOneWasChosen() {
        command("theme-dark");
        assertThat(window.onWindow(Application::getUserAgentStylesheet)).isEqualTo(new PrimerDark().getUserAgentStylesheet());
        command("theme-light");
        assertThat(window.onWindow(Application::getUserAgentStylesheet)).isEqualTo(new PrimerLight().getUserAgentStylesheet());
        command("theme-system");
        assertThat(window.preferences().get("theme", Themes.Choice.class)).contains(Themes.Choice.SYSTEM);
        boolean dark = window.onWindow(() -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK);
        assertThat(window.onWindow(Application::getUserAgentStylesheet))
                .isEqualTo((dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
    }

    @Test
    void allOfTheWindowGrowsAndShrinksAndStaysSo() {
        window.click("nav-INTAKE");
        double row = rowHeight(window);
        Bounds bar = inScene("status-bar");
        window.press(KeyCode.CONTROL, KeyCode.ADD);
        window.press(KeyCode.CONTROL, KeyCode.PLUS);
        assertThat(rowHeight(window)).isEqualTo(row * 1.25);
        assertThat(inScene("status-bar").getHeight()).isEqualTo(bar.getHeight() * 1.25);
        assertThat(inScene("status-bar").getMaxY()).isCloseTo(bar.getMaxY(), org.assertj.core.data.Offset.offset(2.0));
        TestWindow again = TestWindow.over(SampleSession.over(ROWS), window.preferences(), 1440, 900);
        again.click("nav-INTAKE");
        assertThat(rowHeight(again)).isEqualTo(row * 1.25);
        for (int i = 0; i < 9; i++) {
            again.press(KeyCode.CONTROL, KeyCode.MINUS);
        }
        assertThat(rowHeight(again)).isEqualTo(row * 0.8);
        again.press(KeyCode.CONTROL, KeyCode.DIGIT0);
        assertThat(rowHeight(again)).isEqualTo(row);
    }

    @Test
    void howLongAgoSomethingWasGoesOnWhileItIsLookedAt() {
        assertThat(ages()).contains("just now");
        window.run(() -> Clock.tick(Instant.now().plus(Duration.ofMinutes(5))));
        assertThat(ages()).contains("5 minutes ago").doesNotContain("just now");
        window.run(() -> Clock.tick(Instant.now()));
    }

    private java.util.List<String> ages() {
        return window.all().stream().filter(n -> n instanceof Label label && label.getText() != null
                && label.getText().matches("just now|.* ago")).map(n -> ((Label) n).getText()).toList();
    }

    private void command(String id) {
        window.run(() -> window.main().commands().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow().run());
    }

    private static double rowHeight(TestWindow in) {
        return in.onWindow(() -> {
            Node row = in.table(Table.INTAKE).lookup(".table-row-cell");
            return row.localToScene(row.getLayoutBounds()).getHeight();
        });
    }

    private Bounds inScene(String id) {
        Node node = window.find(id, Node.class);
        return window.onWindow(() -> node.localToScene(node.getLayoutBounds()));
    }
}
