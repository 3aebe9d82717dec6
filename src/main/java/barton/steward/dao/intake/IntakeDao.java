package barton.steward.dao.intake;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.model.history.BulkResult;
import barton.steward.model.intake.BatchCounts;
import barton.steward.model.intake.Rejection;
import barton.steward.model.query.Reach;
import barton.steward.model.query.Selection;
import barton.steward.model.validation.Fix;
import barton.steward.model.validation.FixSample;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Bulk actions on intake, of companies or of people as the selection says, each one statement in one transaction, kept in the history.
/// Every action has a count of the rows that it would change now; the action itself takes the announced count and changes nothing
/// where it would change another number of rows. Rows already promoted are never changed.
/// The request of an action is stored with it, so that after a lost reply the same request finds what it did instead of doing it again.
public interface IntakeDao {
    /// Every batch of companies, or of people, with its counts, the newest first; rows without a batch come last.
    List<BatchCounts> batches(Entity entity);

    default List<BatchCounts> batches() {
        return batches(Entity.COMPANY);
    }

    /// Tells of rows that rules found wrong, that were rejected by hand, or that are validated, where the mark says otherwise.
    Reach toMark(Selection selection, boolean validated);

    default long countToMark(Selection selection, boolean validated) {
        return toMark(selection, validated).rows();
    }

    /// Marks rows validated, or not; a note is added to the row's notes as `rejected: …` or `note: …`.
    BulkResult mark(Selection selection, boolean validated, Optional<String> note, String executor, long announced, UUID request);

    default BulkResult mark(Selection selection, boolean validated, Optional<String> note, String executor, long announced) {
        return mark(selection, validated, note, executor, announced, UUID.randomUUID());
    }

    /// Why a row is rejected, and who did it and when; the latest first, and none where a change of the row or a validation answered them.
    List<Rejection> rejections(Entity entity, long id);

    /// Rows with a standing rejection: one that neither a change of the row nor a validation has answered.
    Reach toLift(Selection selection);

    default long countToLift(Selection selection) {
        return toLift(selection).rows();
    }

    /// Takes rejections back: what they said stays as a plain note, and rules may validate the rows.
    BulkResult liftRejections(Selection selection, String executor, long announced, UUID request);

    default BulkResult liftRejections(Selection selection, String executor, long announced) {
        return liftRejections(selection, executor, announced, UUID.randomUUID());
    }

    Reach toAssign(Selection selection, String batch);

    default long countToAssign(Selection selection, String batch) {
        return toAssign(selection, batch).rows();
    }

    BulkResult assignBatch(Selection selection, String batch, String executor, long announced, UUID request);

    default BulkResult assignBatch(Selection selection, String batch, String executor, long announced) {
        return assignBatch(selection, batch, executor, announced, UUID.randomUUID());
    }

    /// Rows whose state (of a company its `company_state`) is a known state, district or territory of the US and whose `state_abbrev` is
    /// missing or another.
    Reach toFillStates(Selection selection);

    default long countToFillStates(Selection selection) {
        return toFillStates(selection).rows();
    }

    BulkResult fillStates(Selection selection, String executor, long announced, UUID request);

    default BulkResult fillStates(Selection selection, String executor, long announced) {
        return fillStates(selection, executor, announced, UUID.randomUUID());
    }

    /// Rows of which a fix would change the field.
    /// @throws barton.steward.model.StewardException of kind REFUSED where the fix is none for the field, here and below
    Reach toFix(Selection selection, Field field, Fix fix);

    default long countToFix(Selection selection, Field field, Fix fix) {
        return toFix(selection, field, fix).rows();
    }

    /// The full names of people who have neither a first nor a last name, each once.
    List<String> namesToSplit(Selection selection);

    /// The first rows that a fix would change, before and after.
    List<FixSample> sampleFix(Selection selection, Field field, Fix fix, int most);

    BulkResult fix(Selection selection, Field field, Fix fix, String executor, long announced, UUID request);

    default BulkResult fix(Selection selection, Field field, Fix fix, String executor, long announced) {
        return fix(selection, field, fix, executor, announced, UUID.randomUUID());
    }
}
