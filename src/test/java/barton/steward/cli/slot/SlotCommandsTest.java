package barton.steward.cli.slot;

import static barton.steward.support.TestDatabases.ask;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.cli.TestCommands;
import barton.steward.support.SampleSession;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class SlotCommandsTest {
    private final DataSource database = SampleSession.worked(20);

    @Test
    void companiesOfABatchGetASlot() {
        String batch = "20251024-WV-BATCH1";
        assertThat(run("add-slot", "--batch", batch, "--label", "Division B", "--dry-run", "--json"))
                .isEqualTo("{\"announced\":9,\"changed\":0,\"action\":null}\n");
        assertThat(run("add-slot", "--batch", batch, "--label", "Division B", "--json"))
                .isEqualTo("{\"announced\":9,\"changed\":9,\"action\":" + latest() + "}\n");
        assertThat(run("add-slot", "--batch", batch, "--label", "division b")).startsWith("There is nothing to do");
        assertThat(ask(database, "SELECT count(*) FROM marketing.company_slots WHERE slot_label = 'Division B'")).isEqualTo("9");
    }

    @Test
    void aCompanyThatIsNotThereIsASlip() {
        String one = ask(database, "SELECT min(company_unique_id) FROM marketing.company_master");
        var session = new TestCommands(database);
        assertThat(session.run("add-slot", "--company", one + ",04.04.01.99.99999.999", "--label", "X")).isEqualTo(1);
        assertThat(session.err()).contains("marketing.company_master has only 1 of these rows; nothing was changed.");
    }

    @Test
    void anEmptySlotIsRemovedAndADefaultSlotIsNot() {
        String division = ask(database, "SELECT min(company_slot_unique_id) FROM marketing.company_slots WHERE slot_type = 'division'");
        String standard = ask(database, "SELECT min(company_slot_unique_id) FROM marketing.company_slots WHERE slot_type = 'default'");
        assertThat(run("remove-slot", division, standard, "--json"))
                .isEqualTo("{\"announced\":1,\"changed\":1,\"action\":" + latest() + "}\n");
        assertThat(ask(database, "SELECT count(*) FROM marketing.company_slots WHERE company_slot_unique_id = '" + standard + "'"))
                .isEqualTo("1");
    }

    private String latest() {
        return ask(database, "SELECT max(action_id) FROM shq.action");
    }

    private String run(String... arguments) {
        var session = new TestCommands(database);
        assertThat(session.run(arguments)).as(session.err()).isZero();
        return session.out();
    }
}
