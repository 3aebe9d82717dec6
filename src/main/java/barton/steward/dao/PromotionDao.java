package barton.steward.dao;

import barton.steward.model.PromotionPreview;
import barton.steward.model.PromotionResult;
import java.util.List;
import java.util.UUID;

/// Promotion of companies from intake to master, done by the function that all clients of the database share.
public interface PromotionDao {
    PromotionPreview preview(String batch);

    /// Promotes a batch. The request is stored with the run, so that after a lost reply the same request finds its
    /// run instead of promoting again.
    PromotionResult promote(String batch, String executor, UUID request);

    /// The batches with rows that can be promoted now, oldest row first.
    List<String> promotableBatches();
}
