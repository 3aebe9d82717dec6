package barton.steward.ui.intake;

import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.Table;
import barton.steward.dao.intake.IntakeDao;
import barton.steward.model.query.Row;
import barton.steward.service.Session;
import barton.steward.ui.actions.BulkAction;
import barton.steward.ui.task.Tasks;
import barton.steward.ui.virtual.RowsViewModel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The intake view: its rows, and the bulk actions on them.
public final class IntakeViewModel {
    private final IntakeDao dao;
    private final String executor;
    private final RowsViewModel rows;

    /// @param intake the table of companies or of people
    public IntakeViewModel(Session session, Tasks tasks, Table intake) {
        this.dao = session.daos().intake();
        this.executor = session.executor();
        this.rows = new RowsViewModel(intake, tasks, session.daos().tables());
    }

    public RowsViewModel rows() {
        return rows;
    }

    public BulkAction validate() {
        return new BulkAction("validate", selection -> dao.toMark(selection, true),
                (selection, announced, request) -> dao.mark(selection, true, Optional.empty(), executor, announced, request));
    }

    public BulkAction reject(String note) {
        return new BulkAction("reject", selection -> dao.toMark(selection, false),
                (selection, announced, request) -> dao.mark(selection, false, Optional.of(note), executor, announced, request));
    }

    public BulkAction assign(String batch) {
        return new BulkAction("assign", selection -> dao.toAssign(selection, batch),
                (selection, announced, request) -> dao.assignBatch(selection, batch, executor, announced, request));
    }

    public BulkAction fillStates() {
        return new BulkAction("fill", dao::toFillStates,
                (selection, announced, request) -> dao.fillStates(selection, executor, announced, request));
    }

    public BulkAction lift() {
        return new BulkAction("lift", dao::toLift,
                (selection, announced, request) -> dao.liftRejections(selection, executor, announced, request));
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
