package barton.steward.ui.record;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.Table;
import barton.steward.service.Session;
import barton.steward.support.SampleSession;
import barton.steward.ui.actions.TestContext;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class PastPaneTest {
    private static final String SHOW = "past-show";

    private RecordViewModel model;
    private TestContext context;

    @Test
    void theKeysLeadThroughTheRecordAsItWas() {
        Session session = SampleSession.over(SampleSession.intake(20));
        edit(session, "https://one.example");
        edit(session, "https://two.example");
        context = TestContext.show(session, 900, 800, b -> {
            model = new RecordViewModel(b.session(), b.tasks());
            return new RecordDrawer(b, model, () -> { });
        });
        context.run(() -> model.open(Table.INTAKE, 9L));
        context.run(() -> ((TabPane) node("drawer-tabs")).getSelectionModel().select(2));
        context.click(SHOW);
        assertThat(text("past-when")).isEqualTo("As it is now");

        context.run(() -> node("past-slider").requestFocus());
        press(KeyCode.LEFT);
        assertThat(text("past-when")).startsWith("As it was after: Changed Website of 9 (ann, ");
        assertThat(text("past-website")).isEqualTo("https://one.example");
        assertThat(text("past-standing")).startsWith("The past, to be looked at only.");
        press(KeyCode.LEFT);
        assertThat(text("past-when")).startsWith("Before: Changed Website of 9 (ann, ");
        assertThat(text("past-website")).isEqualTo("https://concordglassworks.example");
        press(KeyCode.END);
        assertThat(text("past-when")).isEqualTo("As it is now");

        context.run(() -> model.open(Table.INTAKE, 8L));
        context.click(SHOW);
        assertThat(text("past-standing")).isEqualTo("Nothing is known to have happened to it since it came.");
        assertThat(((Slider) node("past-slider")).isDisabled()).isTrue();
    }

    private static void edit(Session session, String website) {
        session.records().edit(session.tables().row(Table.INTAKE, 9L).orElseThrow(), Map.of(IntakeFields.WEBSITE, website));
    }

    private void press(KeyCode key) {
        context.robot.push(key);
        context.settle();
    }

    private Node node(String id) {
        return context.robot.lookup("#" + id).query();
    }

    private String text(String id) {
        return ((Labeled) node(id)).getText();
    }
}
