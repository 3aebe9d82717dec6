package barton.steward.dao;

import barton.steward.dao.alert.AlertDao;
import barton.steward.dao.audit.AuditDao;
import barton.steward.dao.batch.BatchDao;
import barton.steward.dao.change.Changes;
import barton.steward.dao.cluster.ValueDao;
import barton.steward.dao.database.Connectivity;
import barton.steward.dao.database.DoctorDao;
import barton.steward.dao.database.RoleDao;
import barton.steward.dao.email.EmailDao;
import barton.steward.dao.enrichment.EnrichmentDao;
import barton.steward.dao.history.HistoryDao;
import barton.steward.dao.history.LogDao;
import barton.steward.dao.intake.ClearingDao;
import barton.steward.dao.intake.DiscardDao;
import barton.steward.dao.intake.ImportDao;
import barton.steward.dao.intake.IntakeDao;
import barton.steward.dao.intake.MappingDao;
import barton.steward.dao.intake.PhoneDao;
import barton.steward.dao.matching.MatchDao;
import barton.steward.dao.merge.MergeDao;
import barton.steward.dao.overview.OverviewDao;
import barton.steward.dao.profile.ProfileDao;
import barton.steward.dao.promotion.PromotionDao;
import barton.steward.dao.promotion.PromotionEligibilityDao;
import barton.steward.dao.promotion.QualityDao;
import barton.steward.dao.promotion.TakeBackDao;
import barton.steward.dao.recipe.RecipeDao;
import barton.steward.dao.review.ReviewDao;
import barton.steward.dao.sidecar.SidecarDao;
import barton.steward.dao.slot.SlotDao;
import barton.steward.dao.suppression.SuppressionDao;
import barton.steward.dao.table.TableDao;
import barton.steward.dao.update.UpdateDao;
import barton.steward.dao.validation.RuleDao;
import barton.steward.dao.validation.ValidationDao;
import barton.steward.dao.view.SavedViewDao;

/// Every data access object over one database.
public record Daos(TableDao tables, SavedViewDao views,
                   IntakeDao intake, PromotionDao promotion, PhoneDao phones, LogDao log, SlotDao slots,
                   HistoryDao history, ImportDao imports, MappingDao mappings, DiscardDao discards,
                   UpdateDao updates, DoctorDao doctor, OverviewDao overview,
                   RuleDao rules, ValidationDao validation,
                   TakeBackDao takeBacks, ClearingDao clearings, QualityDao quality, MatchDao matches,
                   EmailDao emails, PromotionEligibilityDao eligibility, SidecarDao sidecars, EnrichmentDao enriched,
                   ReviewDao reviews, AuditDao audits, BatchDao batches, ProfileDao profiles, ValueDao values,
                   RecipeDao recipes, MergeDao merges, SuppressionDao suppressions,
                   Changes changes, Connectivity connectivity, RoleDao roles, AlertDao alerts) {
}
