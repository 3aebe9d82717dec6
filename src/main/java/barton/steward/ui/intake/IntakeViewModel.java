package barton.steward.ui.intake;

import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.Table;
import barton.steward.model.query.Row;
import barton.steward.service.Session;
import barton.steward.service.intake.Review;
import barton.steward.ui.actions.BulkAction;
import barton.steward.ui.task.Tasks;
import barton.steward.ui.virtual.RowsViewModel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The intake view: its rows, and the bulk actions on them.
public final class IntakeViewModel {
    private final Review review;
    private final RowsViewModel rows;

    /// @param intake the table of companies or of people
    public IntakeViewModel(Session session, Tasks tasks, Table intake) {
        this.review = session.review();
        this.rows = new RowsViewModel(intake, tasks, session.tables());
    }

    public RowsViewModel rows() {
        return rows;
    }

    public BulkAction validate() {
        return new BulkAction("validate", review.mark(true, Optional.empty()));
    }

    public BulkAction reject(String note) {
        return new BulkAction("reject", review.mark(false, Optional.of(note)));
    }

    public BulkAction assign(String batch) {
        return new BulkAction("assign", review.assignBatch(batch));
    }

    public BulkAction fillStates() {
        return new BulkAction("fill", review.fillStates());
    }

    public BulkAction lift() {
        return new BulkAction("lift", review.liftRejections());
    }

    /// The rule whose breakers the filter asks for, or those who would break it.
    public Optional<String> rule() {
        return Stream.of(IntakeFields.FINDING, IntakeFields.TRIAL).flatMap(of -> rows.chosen(of).stream()).map(Object::toString)
                .findFirst();
    }

    /// The batch that the steward means: the one that the filter has chosen, else that of the row; null where there is none.
    public String batch(Row row) {
        List<Object> chosen = rows.chosen(IntakeFields.IMPORT_BATCH_ID);
        if (chosen.size() == 1 && chosen.getFirst() != null) {
            return chosen.getFirst().toString();
        }
        return row == null ? null : row.text(IntakeFields.IMPORT_BATCH_ID);
    }
}
