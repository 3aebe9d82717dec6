package barton.steward.dao.promotion;

import barton.steward.model.enrichment.IncludeEnrichment;
import barton.steward.model.promotion.PromotionPreview;
import barton.steward.model.promotion.PromotionRefusal;
import barton.steward.model.promotion.PromotionResult;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;

/// Promotion of companies, or of people, from intake to master, done by the function that all clients of the database share.
public interface PromotingDao {
    PromotionPreview preview(String batch);

    /// The rows of the batch that master would refuse, and why; the first of them by their ids.
    List<PromotionRefusal> refusals(String batch, int most);

    /// The validated rows of the batch that have no place in master and stay, and why; the first of them by their ids.
    default List<PromotionRefusal> unplaced(String batch, int most) {
        return List.of();
    }

    /// Promotes a batch. The request is stored with the run, so that after a lost reply the same request finds its
    /// run instead of promoting again.
    /// @param announced refuses where another number of rows would be promoted; empty: promotes what can be promoted now
    /// @param along whether sidecars are made of what enrichments found for the rows that are promoted, in the same transaction
    PromotionResult promote(String batch, OptionalLong announced, IncludeEnrichment along, String executor, UUID request);

    default PromotionResult promote(String batch, String executor, UUID request) {
        return promote(batch, OptionalLong.empty(), IncludeEnrichment.NOTHING, executor, request);
    }

    /// How many of the rows that can be promoted now have an enrichment that can be taken along.
    long enriched(String batch);

    /// The batches with rows that can be promoted now, oldest row first.
    List<String> promotableBatches();

    /// The same for promotions without anybody who looks at the batches: they pass over rows that were taken back, until somebody
    /// validated them again or promoted their batch by hand.
    PromotingDao unattended();

    /// How many rows of each batch an unattended promotion passes over, oldest row first.
    Map<String, Long> passedOver();
}
