package barton.steward.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.Table;
import barton.steward.service.Session;
import barton.steward.support.SampleSession;
import barton.steward.ui.actions.TestContext;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

class ActionsDialogTest {
    private final Session session = SampleSession.over(SampleSession.intake(5));
    private final TestContext context = TestContext.show(session, 900, 700, c -> new Region());

    @Test
    void anyOneOfSeveralActionsIsTakenBackAndAnotherDoneAgain() {
        long first = edit(1, "https://one.example");
        long second = edit(2, "https://two.example");
        long third = edit(3, "https://three.example");
        session.history().undo(third);
        context.run(() -> ActionsDialog.open(context));
        context.picture("actions");
        assertThat(((ListView<?>) context.find("actions-list", Node.class)).getItems()).hasSize(4);
        assertThat(context.sees("undo-" + third)).isFalse();
        assertThat(context.find("undo-" + second, Button.class).getText()).isNotEqualTo("Do again");
        assertThat(context.find("undo-" + latest(), Button.class).getText()).isEqualTo("Do again");

        context.click("undo-" + first);
        assertThat(context.sees("actions")).isFalse();
        assertThat(context.undone).containsExactly(first);
    }

    @Test
    void theListIsSearched() {
        edit(1, "https://one.example");
        context.run(() -> ActionsDialog.open(context));
        context.run(() -> context.find("actions-search", TextField.class).setText("nobody did this"));
        assertThat(((ListView<?>) context.find("actions-list", Node.class)).getItems()).isEmpty();
        context.run(() -> context.find("actions-search", TextField.class).setText("ANN"));
        assertThat(((ListView<?>) context.find("actions-list", Node.class)).getItems()).hasSize(1);
    }

    private long latest() {
        return session.history().actions(1).getFirst().id();
    }

    private long edit(long id, String website) {
        var row = session.tables().row(Table.INTAKE, id).orElseThrow();
        session.tables().edit(row, Map.of(IntakeFields.WEBSITE, website), "ann");
        return latest();
    }
}
