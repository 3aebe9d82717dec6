package barton.steward.ui.slots;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.model.Table;
import barton.steward.support.SampleDesk;
import barton.steward.support.TestDatabases;
import barton.steward.ui.support.TestBench;
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
    private TestBench bench;

    @BeforeEach
    void open() {
        database = SampleDesk.worked(20);
        bench = TestBench.show(SampleDesk.over(database), 900, 700, b -> new Region());
        bench.run(() -> SlotDialog.open(bench, ""));
    }

    @Test
    void aSlotIsAddedToTheCompanyThatWasFound() {
        bench.run(() -> bench.find("slot-companies", ListView.class).getSelectionModel().select(0));
        bench.run(() -> bench.find("slot-type", TextField.class).setText("division"));
        bench.run(() -> bench.find("slot-label", TextField.class).setText("Division B"));
        bench.picture("slot");
        bench.click("slot-ok");
        assertThat(TestDatabases.ask(database, "SELECT slot_type FROM marketing.company_slots WHERE slot_label = 'Division B'"))
                .isEqualTo("division");
        assertThat(bench.changes).containsExactly(List.of(Table.SLOTS, Table.MASTER));
    }

    @Test
    void nothingCanBeAddedWithoutACompanyAndALabel() {
        bench.run(() -> bench.find("slot-label", TextField.class).setText("Division B"));
        assertThat(bench.find("slot-ok", Button.class).isDisabled()).isTrue();
    }

    @Test
    void aSecondDefaultSlotIsRefusedWithTheReason() {
        bench.run(() -> bench.find("slot-companies", ListView.class).getSelectionModel().select(0));
        bench.run(() -> bench.find("slot-type", TextField.class).setText("default"));
        bench.run(() -> bench.find("slot-label", TextField.class).setText("Primary Slot"));
        bench.click("slot-ok");
        assertThat(bench.text("slot-problem-message")).contains("exactly one default slot");
        assertThat(bench.changes).isEmpty();
    }
}
