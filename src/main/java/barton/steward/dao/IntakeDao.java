package barton.steward.dao;

import barton.steward.model.BatchCounts;
import barton.steward.model.BulkResult;
import barton.steward.model.Selection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Bulk actions on company intake, each one statement in one transaction, kept in the history.
/// Every action has a count of the rows that it would change now; the action itself takes the announced count and changes nothing
/// where it would change another number of rows. Rows already promoted are never changed.
/// The request of an action is stored with it, so that after a lost reply the same request finds what it did instead of doing it again.
public interface IntakeDao {
    /// Every batch with its counts, the newest first; rows without a batch come last.
    List<BatchCounts> batches();

    long countToMark(Selection selection, boolean validated);

    /// Marks rows validated, or not; a note is added to the row's notes as `rejected: …` or `note: …`.
    BulkResult mark(Selection selection, boolean validated, Optional<String> note, String executor, long announced, UUID request);

    default BulkResult mark(Selection selection, boolean validated, Optional<String> note, String executor, long announced) {
        return mark(selection, validated, note, executor, announced, UUID.randomUUID());
    }

    long countToAssign(Selection selection, String batch);

    BulkResult assignBatch(Selection selection, String batch, String executor, long announced, UUID request);

    default BulkResult assignBatch(Selection selection, String batch, String executor, long announced) {
        return assignBatch(selection, batch, executor, announced, UUID.randomUUID());
    }

    /// Rows whose `company_state` is a known state, district or territory of the US and whose `state_abbrev` is missing or another.
    long countToFillStates(Selection selection);

    BulkResult fillStates(Selection selection, String executor, long announced, UUID request);

    default BulkResult fillStates(Selection selection, String executor, long announced) {
        return fillStates(selection, executor, announced, UUID.randomUUID());
    }
}
