package barton.steward.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Table;
import barton.steward.support.TestDatabases;
import barton.steward.ui.actions.DemoSession;
import barton.steward.ui.actions.TestContext;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class OfferViewTest {
    private final DataSource database = TestDatabases.migrated();
    private int connects;

    @Test
    void theSampleIsLoadedIntoABatchOfItsOwnThatOpens() {
        TestContext context = show();
        context.picture("offer");
        context.click("offer-sample");
        assertThat(TestDatabases.ask(database, "SELECT count(*) FROM intake.company_raw_intake WHERE import_batch_id LIKE '%-WV-BATCH1'"))
                .isEqualTo("446");
        assertThat(context.opened).singleElement().satisfies(query -> assertThat(query.table()).isEqualTo(Table.INTAKE));
        assertThat(context.changes).containsExactly(List.of(Table.INTAKE));
    }

    @Test
    void theOtherWaysAreOpen() {
        TestContext context = show();
        context.click("offer-import");
        context.click("offer-connect");
        assertThat(context.imports).isEqualTo(1);
        assertThat(connects).isEqualTo(1);
    }

    @Test
    void aFailureIsSaidAndTheOfferStays() {
        TestContext context = show();
        TestDatabases.run(database, "ALTER TABLE intake.company_raw_intake RENAME TO moved");
        context.click("offer-sample");
        assertThat(context.sees("offer-problem")).isTrue();
        assertThat(context.sees("offer-sample")).isTrue();
    }

    private TestContext show() {
        return TestContext.show(DemoSession.over(database), 1000, 640, context -> new OfferView(context, () -> connects++));
    }
}
