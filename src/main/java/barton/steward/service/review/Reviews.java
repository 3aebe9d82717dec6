package barton.steward.service.review;

import barton.steward.catalog.Entity;
import barton.steward.dao.review.ReviewDao;
import barton.steward.model.query.PageKey;
import barton.steward.model.review.Lookalike;
import barton.steward.model.review.ReviewFact;
import barton.steward.model.review.ReviewFigures;
import barton.steward.model.review.ReviewItem;
import barton.steward.model.review.ReviewQueue;
import barton.steward.model.review.ReviewReason;
import barton.steward.model.review.ReviewVerdict;
import barton.steward.service.change.BulkChange;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Working through records of intake by eye. What is decided is a mark like any other, and kept apart as reviewed besides.
public final class Reviews {
    private final ReviewDao dao;
    private final String executor;

    public Reviews(ReviewDao dao, String executor) {
        this.dao = dao;
        this.executor = executor;
    }

    /// Hands out the next records of a queue, each to one holder at a time, for ten minutes or as long as that is renewed.
    /// @param after the place of the last one before; empty to begin, or to go on where the steward once stopped
    /// @param skippedToo whether those that she passed over come again
    /// @param holder who has them: a window, since a steward may have several
    public List<ReviewItem> handOut(ReviewQueue queue, Optional<PageKey> after, boolean skippedToo, int most, UUID holder) {
        return dao.handOut(queue, after, skippedToo, most, holder, executor);
    }

    /// To be called every few minutes while records are on the screen or wait behind it.
    public void renew(UUID holder) {
        dao.renew(holder);
    }

    public void giveBack(Entity entity, UUID holder, Collection<Long> records) {
        dao.giveBack(entity, holder, records);
    }

    /// The holder leaves.
    public void giveBack(UUID holder) {
        dao.giveBack(holder);
    }

    /// How many records wait, those in others' hands among them. Counts all of them, so it takes its time at large sizes.
    public long waiting(ReviewQueue queue, boolean skippedToo) {
        return dao.waiting(queue, skippedToo, executor);
    }

    /// The records that one of intake looks like, what says most first.
    public List<Lookalike> alike(Entity entity, long record) {
        return dao.alike(entity, record);
    }

    /// A decision about records that were looked at, each as it was seen or not at all.
    /// @param reason why they are rejected, or what is noted with an acceptance
    public BulkChange decision(ReviewVerdict verdict, Optional<String> reason) {
        return new BulkChange(dao::toDecide,
                (records, announced, request) -> dao.decide(records, verdict, reason, executor, announced, request));
    }

    /// Who looked at a record last and decided about it; empty where nobody did, or took it back.
    public Optional<ReviewFact> latest(Entity entity, long record) {
        return dao.latest(entity, record);
    }

    public ReviewFigures figures(Entity entity, Optional<String> batch) {
        return dao.figures(entity, batch);
    }

    /// Every reason of rejection, the retired ones too, in the team's order.
    public List<ReviewReason> reasons(Entity entity) {
        return dao.reasons(entity);
    }

    /// Those that are offered.
    public List<String> offered(Entity entity) {
        return reasons(entity).stream().filter(ReviewReason::active).map(ReviewReason::reason).toList();
    }

    /// Offers a reason, or retires it: then it is offered no more, and what was rejected for it says so still.
    public void offer(Entity entity, String reason, boolean active) {
        dao.offer(entity, reason, active, executor);
    }

    public void arrange(Entity entity, List<String> reasons) {
        dao.arrange(entity, reasons, executor);
    }
}
