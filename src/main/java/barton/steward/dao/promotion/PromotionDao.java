package barton.steward.dao.promotion;

import barton.steward.catalog.Entity;
import barton.steward.model.enrichment.IncludeEnrichment;
import barton.steward.model.promotion.PromotionPreview;
import barton.steward.model.promotion.PromotionRefusal;
import barton.steward.model.promotion.PromotionResult;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;

/// Promotion from intake to master, done by the functions that all clients of the database share.
public interface PromotionDao {
    PromotionPreview preview(Entity entity, String batch);

    /// The rows of the batch that master would refuse, and why; the first of them by their ids.
    List<PromotionRefusal> refusals(Entity entity, String batch, int most);

    /// The validated rows of the batch that have no place in master and stay, and why; the first of them by their ids.
    List<PromotionRefusal> unplaced(Entity entity, String batch, int most);

    /// Promotes a batch. The request is stored with the run, so that after a lost reply the same request finds its
    /// run instead of promoting again.
    /// @param announced refuses where another number of rows would be promoted; empty: promotes what can be promoted now
    /// @param along whether sidecars are made of what enrichments found for the rows that are promoted, in the same transaction
    PromotionResult promote(Entity entity, String batch, OptionalLong announced, IncludeEnrichment along, String executor, UUID request);

    default PromotionResult promote(Entity entity, String batch, String executor, UUID request) {
        return promote(entity, batch, OptionalLong.empty(), IncludeEnrichment.NOTHING, executor, request);
    }

    /// How many of the rows that can be promoted now have an enrichment that can be taken along.
    long enriched(Entity entity, String batch);

    /// The batches with rows that can be promoted now, oldest row first. Those that nobody has a place for yet count: it may have come
    /// meanwhile.
    List<String> promotableBatches(Entity entity);

    /// The same for promotions without anybody who looks at the batches: they pass over rows that were taken back, until somebody
    /// validated them again or promoted their batch by hand.
    PromotionDao unattended();

    /// How many rows of each batch an unattended promotion passes over, oldest row first.
    Map<String, Long> passedOver(Entity entity);
}
