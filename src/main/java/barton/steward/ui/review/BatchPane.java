package barton.steward.ui.review;

import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.Table;
import barton.steward.model.query.Condition;
import barton.steward.model.query.FacetCounts;
import barton.steward.model.query.FacetValue;
import barton.steward.model.query.Query;
import barton.steward.model.query.Row;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Nodes;
import barton.steward.ui.task.Channel;
import barton.steward.ui.task.Delay;
import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// What the batch of the record on the screen looks like: where its records stand. Counting takes its time in large batches, so it
/// waits until the steward stays with a record: who goes on quickly does not have one batch after the other counted.
final class BatchPane extends VBox {
    private static final int STATES = 10;
    private static final Duration STAYING = Duration.millis(200);

    private final AppContext context;
    private final Channel channel;
    private final Delay counting;
    private final VBox lines = new VBox();
    private Table table;
    private String batch;

    BatchPane(AppContext context) {
        this.context = context;
        this.channel = context.tasks().channel();
        this.counting = context.tasks().delay(STAYING, this::count);
        setId("review-batch");
        getStyleClass().add("review-side-part");
    }

    void show(Row row) {
        String its = row.text(IntakeFields.IMPORT_BATCH_ID);
        if (table == row.table() && Objects.equals(batch, its)) {
            return;
        }
        table = row.table();
        batch = its;
        lines.getChildren().clear();
        getChildren().setAll(Nodes.heading(its == null ? Messages.get("review.nobatch") : its), lines);
        channel.drop();
        counting.restart();
    }

    private void count() {
        Condition in = batch == null ? Condition.empty(IntakeFields.IMPORT_BATCH_ID) : Condition.is(IntakeFields.IMPORT_BATCH_ID, batch);
        Query around = Query.all(table).where(in);
        channel.run(Messages.get("task.count"), () -> context.session().tables().facet(around, IntakeFields.STATUS, STATES), this::show,
                failed -> { });
    }

    private void show(FacetCounts counts) {
        lines.getChildren().clear();
        for (FacetValue value : counts.values()) {
            lines.getChildren().add(new Label(Messages.get(counts.partial() ? "review.about" : "review.standing", value.count(),
                    Messages.get("status." + value.value()))));
        }
    }
}
