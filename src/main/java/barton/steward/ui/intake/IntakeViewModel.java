package barton.steward.ui.intake;

import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.Table;
import barton.steward.model.query.Row;
import barton.steward.service.Session;
import barton.steward.ui.task.Tasks;
import barton.steward.ui.virtual.RowsViewModel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The intake view: its rows, and what is meant by them.
public final class IntakeViewModel {
    private final RowsViewModel rows;

    /// @param intake the table of companies or of people
    public IntakeViewModel(Session session, Tasks tasks, Table intake) {
        this.rows = new RowsViewModel(intake, tasks, session.tables());
    }

    public RowsViewModel rows() {
        return rows;
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
