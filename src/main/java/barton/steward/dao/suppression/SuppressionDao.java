package barton.steward.dao.suppression;

import barton.steward.model.history.BulkResult;
import barton.steward.model.query.Reach;
import barton.steward.model.query.Selection;
import barton.steward.model.suppression.Suppression;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Whom nobody contacts.
public interface SuppressionDao {
    /// Those that stand, in their order.
    List<Suppression> standing();

    /// IDs of people that master neither has nor had.
    List<String> unknown(List<Suppression> suppressions);

    /// How many of these do not stand yet.
    long toAdd(List<Suppression> suppressions);

    /// How many of these stand.
    long toLift(List<Suppression> suppressions);

    /// Why nobody contacts this person of master; empty where somebody may.
    Optional<String> reason(String person);

    /// Which people of a selection are not suppressed by their IDs yet.
    Reach toSuppress(Selection people);

    /// Suppresses those people, in one action.
    /// @param announced suppresses none where it would be another number
    BulkResult suppress(Selection people, String reason, String executor, long announced, UUID request);

    /// Adds those that do not stand yet, in one action.
    /// @param announced adds none where it would be another number
    BulkResult add(List<Suppression> suppressions, String executor, long announced, UUID request);

    /// Lifts those that stand, in one action.
    BulkResult lift(List<Suppression> suppressions, String executor, long announced, UUID request);
}
