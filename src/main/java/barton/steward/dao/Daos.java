package barton.steward.dao;

import barton.steward.model.Entity;

/// Every data access object over one database.
public record Daos(TableDao tables, IntakeDao intake, PromotionDao promotion, PeoplePromotionDao peoplePromotion,
                   PhoneDao phones, LogDao log, SlotDao slots, HistoryDao history,
                   ImportDao imports, DoctorDao doctor, OverviewDao overview, RuleDao rules, ValidationDao validation,
                   TakeBackDao takeBacks, ClearingDao clearings, QualityDao quality, MatchDao matches,
                   EmailDao emails, PromotionEligibilityDao eligibility, SidecarDao sidecars, EnrichmentDao enriched, Changes changes) {
    public PromotingDao promotion(Entity entity) {
        return entity == Entity.PERSON ? peoplePromotion : promotion;
    }
}
