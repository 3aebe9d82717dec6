package barton.steward.ui.slots;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Table;
import barton.steward.support.SampleSession;
import barton.steward.support.TestDatabases;
import barton.steward.ui.actions.TestContext;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlotDialogTest {
    private DataSource database;
    private TestContext context;

    @BeforeEach
    void open() {
        database = SampleSession.worked(20);
        context = TestContext.show(SampleSession.over(database), 900, 700, b -> new Region());
        context.run(() -> SlotDialog.open(context, ""));
    }

    @Test
    void aSlotIsAddedToTheCompanyThatWasFound() {
        context.run(() -> context.find("slot-companies", ListView.class).getSelectionModel().select(0));
        context.run(() -> context.find("slot-type", TextField.class).setText("division"));
        context.run(() -> context.find("slot-label", TextField.class).setText("Division B"));
        context.picture("slot");
        context.click("slot-ok");
        assertThat(TestDatabases.ask(database, "SELECT slot_type FROM marketing.company_slots WHERE slot_label = 'Division B'"))
                .isEqualTo("division");
        assertThat(context.changes).containsExactly(List.of(Table.SLOTS, Table.MASTER));
    }

    @Test
    void nothingCanBeAddedWithoutACompanyAndALabel() {
        context.run(() -> context.find("slot-label", TextField.class).setText("Division B"));
        assertThat(context.find("slot-ok", Button.class).isDisabled()).isTrue();
    }

    @Test
    void aSecondDefaultSlotIsRefusedWithTheReason() {
        context.run(() -> context.find("slot-companies", ListView.class).getSelectionModel().select(0));
        context.run(() -> context.find("slot-type", TextField.class).setText("default"));
        context.run(() -> context.find("slot-label", TextField.class).setText("Primary Slot"));
        context.click("slot-ok");
        assertThat(context.text("slot-problem-message")).contains("exactly one default slot");
        assertThat(context.changes).isEmpty();
    }
}
