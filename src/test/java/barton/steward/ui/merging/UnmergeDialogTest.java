package barton.steward.ui.merging;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Table;
import barton.steward.model.merge.MergePlan;
import barton.steward.service.Session;
import barton.steward.support.SampleSession;
import barton.steward.support.TestDatabases;
import barton.steward.ui.actions.TestContext;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// What was merged into a record of master, as the record says it, and the way to take it out.
class UnmergeDialogTest {
    private final DataSource database = SampleSession.worked(20);
    private final Session session = SampleSession.over(database);
    private TestContext context;

    private String ask(String sql) {
        return TestDatabases.ask(database, sql);
    }

    private String merge(Entity entity, String survivor, String other) {
        return session.merges().merge(session.merges().preview(new MergePlan(entity, survivor, List.of(other), Map.of())),
                UUID.randomUUID());
    }

    private void show(Table table, String id) {
        var row = session.tables().row(table, id).orElseThrow();
        context = TestContext.show(session, 900, 700, b -> new StackPane(new MergedLine(b, row)));
    }

    @Test
    void whoCameSinceIntoASlotThatGoesBackIsAskedAbout() {
        List<String> ids = List.of(ask("SELECT string_agg(company_unique_id, ' ' ORDER BY company_unique_id)"
                + " FROM marketing.company_master").split(" "));
        String slot = ask("SELECT s.company_slot_unique_id FROM marketing.company_slots s WHERE s.company_unique_id = '" + ids.get(1)
                + "' AND s.slot_type = 'division'");
        String name = ask("SELECT company_name FROM marketing.company_master WHERE company_unique_id = '" + ids.get(1) + "'");
        String run = merge(Entity.COMPANY, ids.get(5), ids.get(1));
        TestDatabases.run(database, """
                INSERT INTO marketing.people_master (unique_id, company_unique_id, company_slot_unique_id, first_name, last_name,
                    source_system)
                VALUES ('04.04.02.99.00001.999', '%s', '%s', 'Zoe', 'New', 'import')""".formatted(ids.get(5), slot));

        show(Table.MASTER, ids.get(5));
        assertThat(context.text("drawer-merged-" + run)).startsWith("Merged into this: " + name);
        context.click("drawer-unmerge-" + run);
        context.picture("unmerge");
        assertThat(context.find("unmerge-ok", Button.class).isDisabled()).isTrue();
        context.click("unmerge-04.04.02.99.00001.999-survivor");
        context.click("unmerge-ok");

        assertThat(ask("SELECT count(*) FROM marketing.company_master WHERE company_unique_id = '" + ids.get(1) + "'")).isEqualTo("1");
        assertThat(ask("SELECT company_unique_id FROM marketing.people_master WHERE last_name = 'New'")).isEqualTo(ids.get(5));
        assertThat(context.said()).containsExactly("1 company is there again: " + name + ".");
    }

    @Test
    void peopleAreTakenApartAsCompaniesAre() {
        List<String> ids = List.of(ask("SELECT string_agg(unique_id, ' ' ORDER BY unique_id) FROM marketing.people_master").split(" "));
        String run = merge(Entity.PERSON, ids.get(0), ids.get(1));

        show(Table.PEOPLE, ids.get(0));
        context.click("drawer-unmerge-" + run);
        context.click("unmerge-ok");

        assertThat(ask("SELECT count(*) FROM marketing.people_master WHERE unique_id = '" + ids.get(1) + "'")).isEqualTo("1");
        assertThat(context.failures).isEmpty();
    }
}
