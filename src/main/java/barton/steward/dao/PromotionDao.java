package barton.steward.dao;

import barton.steward.model.PromotionPreview;
import barton.steward.model.PromotionRefusal;
import barton.steward.model.PromotionResult;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/// Promotion of companies from intake to master, done by the function that all clients of the database share.
public interface PromotionDao {
    PromotionPreview preview(String batch);

    /// The rows of the batch that master would refuse, and why; the first of them by their ids.
    List<PromotionRefusal> refusals(String batch, int most);

    /// Promotes a batch. The request is stored with the run, so that after a lost reply the same request finds its
    /// run instead of promoting again.
    /// @param announced refuses where another number of rows would be promoted; empty: promotes what can be promoted now
    PromotionResult promote(String batch, OptionalLong announced, String executor, UUID request);

    default PromotionResult promote(String batch, String executor, UUID request) {
        return promote(batch, OptionalLong.empty(), executor, request);
    }

    /// The batches with rows that can be promoted now, oldest row first.
    List<String> promotableBatches();
}
