package barton.steward.cli;

import barton.steward.model.Condition;
import barton.steward.model.IntakeFields;
import barton.steward.model.Query;
import barton.steward.model.Selection;
import barton.steward.model.Table;
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

    static Selection everything() {
        return Selection.all(Query.all(Table.INTAKE));
    }

    private static Selection matching(Condition condition) {
        return Selection.all(Query.all(Table.INTAKE).where(condition));
    }
}
