package barton.steward.ui.actions;

import barton.steward.model.query.Row;
import barton.steward.ui.support.Failure;
import java.util.Optional;

/// What came of a decision about a single record.
public sealed interface DecisionResult {
    /// It was written. `action` is how it is taken back, `now` the record as it is since; empty where it is not there any more.
    record Done(long action, Optional<Row> now) implements DecisionResult {
    }

    /// There was nothing to change in the record.
    record Nothing() implements DecisionResult {
    }

    /// Somebody else changed the record after it was shown, so nothing was done.
    record Outdated() implements DecisionResult {
    }

    /// Something that was typed into the record is not saved, so it is not what the steward saw, and nothing was done.
    record Unsaved() implements DecisionResult {
    }

    /// The database refused it, or nobody foresaw what happened. It is not tried again by itself.
    record Failed(Failure failure) implements DecisionResult {
    }
}
