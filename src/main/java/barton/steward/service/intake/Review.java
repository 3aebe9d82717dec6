package barton.steward.service.intake;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.dao.intake.IntakeDao;
import barton.steward.model.intake.BatchCounts;
import barton.steward.model.intake.Rejection;
import barton.steward.model.query.Selection;
import barton.steward.model.validation.Fix;
import barton.steward.model.validation.FixSample;
import barton.steward.service.change.BulkChange;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What a steward decides about rows of intake, of companies or of people as the selection says, and mends in them. Rows already
/// promoted are never changed.
public final class Review {
    private final IntakeDao dao;
    private final Phones phones;
    private final String executor;

    public Review(IntakeDao dao, Phones phones, String executor) {
        this.dao = dao;
        this.phones = phones;
        this.executor = executor;
    }

    /// Every batch with its counts, the newest first; rows without a batch come last.
    public List<BatchCounts> batches(Entity entity) {
        return dao.batches(entity);
    }

    /// The ids of the batches, the newest first.
    public List<String> batchIds(Entity entity) {
        return batches(entity).stream().map(BatchCounts::batch).filter(Objects::nonNull).toList();
    }

    /// Marks rows validated, or rejects them; the note is added to the notes of each.
    public BulkChange mark(boolean validated, Optional<String> note) {
        return new BulkChange(rows -> dao.toMark(rows, validated),
                (rows, announced, request) -> dao.mark(rows, validated, note, executor, announced, request));
    }

    /// Takes rejections back: what they said stays as a plain note, and rules may validate the rows.
    public BulkChange liftRejections() {
        return new BulkChange(dao::toLift, (rows, announced, request) -> dao.liftRejections(rows, executor, announced, request));
    }

    /// Why a row is rejected, and who did it and when; the latest first, and none where a change of the row or a validation answered them.
    public List<Rejection> rejections(Entity entity, long id) {
        return dao.rejections(entity, id);
    }

    public BulkChange assignBatch(String batch) {
        return new BulkChange(rows -> dao.toAssign(rows, batch),
                (rows, announced, request) -> dao.assignBatch(rows, batch, executor, announced, request));
    }

    /// Fills missing or other state abbreviations where the state is known.
    public BulkChange fillStates() {
        return new BulkChange(dao::toFillStates, (rows, announced, request) -> dao.fillStates(rows, executor, announced, request));
    }

    /// Its counting and its doing refuse a fix that is none for the field.
    public BulkChange fix(Field field, Fix fix) {
        return new BulkChange(rows -> dao.toFix(rows, field, prepared(rows, field, fix)),
                (rows, announced, request) -> dao.fix(rows, field, prepared(rows, field, fix), executor, announced, request));
    }

    /// The first rows that a fix would change, before and after.
    public List<FixSample> sample(Selection rows, Field field, Fix fix, int most) {
        return dao.sampleFix(rows, field, prepared(rows, field, fix), most);
    }

    private Fix prepared(Selection rows, Field field, Fix fix) {
        return PreparedFix.of(rows, field, fix, phones, dao::namesToSplit);
    }
}
