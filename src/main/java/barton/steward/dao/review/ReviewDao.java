package barton.steward.dao.review;

import barton.steward.catalog.Entity;
import barton.steward.model.history.BulkResult;
import barton.steward.model.query.PageKey;
import barton.steward.model.query.Reach;
import barton.steward.model.query.Selection;
import barton.steward.model.review.Lookalike;
import barton.steward.model.review.ReviewFact;
import barton.steward.model.review.ReviewFigures;
import barton.steward.model.review.ReviewItem;
import barton.steward.model.review.ReviewQueue;
import barton.steward.model.review.ReviewReason;
import barton.steward.model.review.ReviewVerdict;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Records of intake that stewards look at one by one, and what they decide.
public interface ReviewDao {
    /// Hands out the next records of a queue, each to one holder at a time. They are held for ten minutes, or as long as renewed.
    /// @param after the place of the last one before, from which it goes on
    /// @param skippedToo whether those that this steward passed over come again
    List<ReviewItem> handOut(ReviewQueue queue, Optional<PageKey> after, boolean skippedToo, int most, UUID holder, String steward);

    /// Records that a holder has, again for ten minutes from now.
    void renew(UUID holder);

    /// Others may have these records, or all that the holder has.
    void giveBack(Entity entity, UUID holder, Collection<Long> records);

    void giveBack(UUID holder);

    /// How many records of a queue wait for this steward, those in others' hands among them.
    long waiting(ReviewQueue queue, boolean skippedToo, String steward);

    /// What a decision about these records would change now: those that are not in master.
    Reach toDecide(Selection records);

    /// The records that one of intake looks like, what says most first; none where it is not there any more.
    List<Lookalike> alike(Entity entity, long record);

    /// Decides about records as they were seen; who decided about a record has it no longer in hand.
    /// @param reason why they are rejected, or what is noted with an acceptance
    BulkResult decide(Selection records, ReviewVerdict verdict, Optional<String> reason, String steward, long announced, UUID request);

    /// The last decision about a record that was not taken back.
    Optional<ReviewFact> latest(Entity entity, long record);

    /// @param batch empty for all
    ReviewFigures figures(Entity entity, Optional<String> batch);

    /// Every reason, the retired ones too, in the order in which they are offered.
    List<ReviewReason> reasons(Entity entity);

    /// Offers a reason, at the end where it is new, or no longer.
    void offer(Entity entity, String reason, boolean active, String steward);

    /// Puts reasons in this order; others stay behind them.
    void arrange(Entity entity, List<String> reasons, String steward);
}
