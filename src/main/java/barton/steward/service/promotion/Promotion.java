package barton.steward.service.promotion;

import barton.steward.catalog.Entity;
import barton.steward.dao.promotion.PromotionDao;
import barton.steward.dao.promotion.PromotionEligibilityDao;
import barton.steward.model.enrichment.IncludeEnrichment;
import barton.steward.model.promotion.PromotionEligibility;
import barton.steward.model.promotion.PromotionPreview;
import barton.steward.model.promotion.PromotionRefusal;
import barton.steward.model.promotion.PromotionResult;
import barton.steward.service.intake.Phones;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// Promotes batches from intake to master, and tells before what would come of it.
public final class Promotion {
    private final PromotionDao dao;
    private final PromotionEligibilityDao eligibility;
    private final Phones phones;
    private final String executor;

    public Promotion(PromotionDao dao, PromotionEligibilityDao eligibility, Phones phones, String executor) {
        this.dao = dao;
        this.eligibility = eligibility;
        this.phones = phones;
        this.executor = executor;
    }

    /// The same without anybody who looks at the batches: it passes over rows that were taken back, until somebody validated them again
    /// or promoted their batch by hand.
    public Promotion unattended() {
        return new Promotion(dao.unattended(), eligibility, phones, executor);
    }

    /// The batches with rows that can be promoted now, oldest row first.
    public List<String> promotableBatches(Entity entity) {
        return dao.promotableBatches(entity);
    }

    /// How many rows of each batch an unattended promotion passes over, oldest row first.
    public Map<String, Long> passedOver(Entity entity) {
        return dao.passedOver(entity);
    }

    public PromotionPreview preview(Entity entity, String batch) {
        return dao.preview(entity, batch);
    }

    /// The first of the rows that master would refuse, and why.
    public List<PromotionRefusal> refusals(Entity entity, String batch, int most) {
        return dao.refusals(entity, batch, most);
    }

    /// The first of the validated rows that have no place in master and stay, and why.
    public List<PromotionRefusal> unplaced(Entity entity, String batch, int most) {
        return dao.unplaced(entity, batch, most);
    }

    /// How many of the rows that can be promoted now have an enrichment that can be taken along.
    public long enriched(Entity entity, String batch) {
        return dao.enriched(entity, batch);
    }

    /// Promotes what can be promoted now.
    public PromotionResult promote(Entity entity, String batch, IncludeEnrichment along) {
        return promote(entity, batch, OptionalLong.empty(), along, UUID.randomUUID());
    }

    /// Promotes a batch; the phones of people are written as E.164 before.
    /// @param announced refuses where another number of rows would be promoted; empty: promotes what can be promoted now
    /// @param along whether sidecars are made of what enrichments found for the rows that are promoted
    /// @param request the same one where the reply was lost: it finds its run instead of promoting again
    public PromotionResult promote(Entity entity, String batch, OptionalLong announced, IncludeEnrichment along, UUID request) {
        return phones.before(entity, batch, () -> dao.promote(entity, batch, announced, along, executor, request));
    }

    /// Why a row of intake is not in master, or as what it is; nothing where intake never had such a row.
    public Optional<PromotionEligibility> eligibility(Entity entity, long intakeId) {
        return eligibility.of(entity, intakeId);
    }
}
