package barton.steward.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.model.Table;
import barton.steward.support.TestDatabases;
import barton.steward.ui.support.DemoDesk;
import barton.steward.ui.support.TestBench;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class OfferViewTest {
    private final DataSource database = TestDatabases.migrated();
    private int connects;

    @Test
    void theSampleIsLoadedIntoABatchOfItsOwnThatOpens() {
        TestBench bench = show();
        bench.picture("offer");
        bench.click("offer-sample");
        assertThat(TestDatabases.ask(database, "SELECT count(*) FROM intake.company_raw_intake WHERE import_batch_id LIKE '%-WV-BATCH1'"))
                .isEqualTo("446");
        assertThat(bench.opened).singleElement().satisfies(query -> assertThat(query.table()).isEqualTo(Table.INTAKE));
        assertThat(bench.changes).containsExactly(List.of(Table.INTAKE));
    }

    @Test
    void theOtherWaysAreOpen() {
        TestBench bench = show();
        bench.click("offer-import");
        bench.click("offer-connect");
        assertThat(bench.imports).isEqualTo(1);
        assertThat(connects).isEqualTo(1);
    }

    @Test
    void aFailureIsSaidAndTheOfferStays() {
        TestBench bench = show();
        TestDatabases.run(database, "ALTER TABLE intake.company_raw_intake RENAME TO moved");
        bench.click("offer-sample");
        assertThat(bench.sees("offer-problem")).isTrue();
        assertThat(bench.sees("offer-sample")).isTrue();
    }

    private TestBench show() {
        return TestBench.show(DemoDesk.over(database), 1000, 640, bench -> new OfferView(bench, () -> connects++));
    }
}
