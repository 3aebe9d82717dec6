package barton.steward.cli;

import barton.steward.model.Condition;
import barton.steward.model.IntakeFields;
import barton.steward.model.Query;
import barton.steward.model.Selection;
import barton.steward.model.StewardException;
import barton.steward.model.Table;
import barton.steward.service.Desk;
import java.util.HashSet;
import java.util.List;

/// The ways in which a command names rows of company intake.
final class IntakeSelection {
    private IntakeSelection() {
    }

    static Selection ids(List<Long> ids) {
        return new Selection.Keys(Table.INTAKE, new HashSet<>(ids));
    }

    static Selection batch(String batch) {
        return matching(Condition.is(IntakeFields.IMPORT_BATCH_ID, batch));
    }

    static Selection noBatch() {
        return matching(Condition.empty(IntakeFields.IMPORT_BATCH_ID));
    }

    static Selection state(String state) {
        return matching(Condition.is(IntakeFields.COMPANY_STATE, state));
    }

    /// The rows, where there are any: none are more likely a slip than a wish to do nothing.
    static Selection found(Desk desk, Selection named) {
        if (desk.daos().tables().count(named) == 0) {
            throw StewardException.refused("Intake has no such row; nothing was changed.",
                    "Check the batch, the ids or the state: `steward status` lists the batches.");
        }
        return named;
    }

    static Selection everything() {
        return Selection.all(Query.all(Table.INTAKE));
    }

    private static Selection matching(Condition condition) {
        return Selection.all(Query.all(Table.INTAKE).where(condition));
    }
}
