package barton.steward.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Table;
import barton.steward.support.SampleReviews;
import barton.steward.support.TestDatabases;
import barton.steward.ui.actions.TestContext;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class BatchPaneTest {
    private final DataSource database = SampleReviews.database(Entity.COMPANY, 3);
    private BatchPane pane;
    private TestContext context;

    @Test
    void whereTheRecordsOfTheBatchOnTheScreenStandIsSaid() {
        TestDatabases.run(database, "UPDATE intake.company_raw_intake SET import_batch_id = NULL WHERE id = 3");
        context = TestContext.show(SampleReviews.steward(database, "ann"), 400, 300, b -> {
            pane = new BatchPane(b);
            return pane;
        });
        show(3, 1);
        assertThat(said()).containsExactly(SampleReviews.BATCH, "2 new");
        show(1, 3);
        assertThat(said()).containsExactly("No batch", "1 new");
    }

    /// One directly after the other.
    private void show(long... records) {
        context.run(() -> {
            for (long id : records) {
                pane.show(context.session().tables().row(Table.INTAKE, id).orElseThrow());
            }
        });
    }

    private List<String> said() {
        return context.onWindow(() -> pane.getChildren().stream().flatMap(n -> n instanceof Pane lines ? lines.getChildren().stream()
                : List.of(n).stream()).map(n -> ((Label) n).getText()).toList());
    }
}
