package barton.steward.cli.support;

import barton.steward.catalog.Entity;
import barton.steward.catalog.IntakeFields;
import barton.steward.model.StewardException;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Query;
import barton.steward.model.query.Selection;
import barton.steward.service.Session;
import java.util.HashSet;
import java.util.List;

/// The ways in which a command names rows of intake.
public final class IntakeSelection {
    private IntakeSelection() {
    }

    public static Selection ids(Entity entity, List<Long> ids) {
        return new Selection.Keys(entity.intake(), new HashSet<>(ids));
    }

    public static Selection batch(Entity entity, String batch) {
        return matching(entity, Condition.is(IntakeFields.IMPORT_BATCH_ID, batch));
    }

    public static Selection noBatch(Entity entity) {
        return matching(entity, Condition.empty(IntakeFields.IMPORT_BATCH_ID));
    }

    public static Selection state(Session session, Entity entity, String state) {
        return matching(entity, StateSpellings.of(session, entity.intake(), entity.state(), state));
    }

    /// The rows, where there are any: none are more likely a slip than a wish to do nothing.
    public static Selection found(Session session, Selection named) {
        if (session.tables().count(named) == 0) {
            throw StewardException.refused("Intake has no such row; nothing was changed.",
                    "Check the batch, the ids or the state: `steward status` lists the batches (`--people`: of people).");
        }
        return named;
    }

    public static Selection everything(Entity entity) {
        return Selection.all(Query.all(entity.intake()));
    }

    private static Selection matching(Entity entity, Condition condition) {
        return Selection.all(Query.all(entity.intake()).where(condition));
    }
}
