package barton.steward.dao;

import barton.steward.dao.alert.JdbiAlertDao;
import barton.steward.dao.audit.JdbiAuditDao;
import barton.steward.dao.batch.JdbiBatchDao;
import barton.steward.dao.change.ChangeFeed;
import barton.steward.dao.change.JdbiChanges;
import barton.steward.dao.cluster.JdbiValueDao;
import barton.steward.dao.database.JdbiConnectivity;
import barton.steward.dao.database.JdbiDoctorDao;
import barton.steward.dao.database.JdbiRoleDao;
import barton.steward.dao.email.JdbiEmailDao;
import barton.steward.dao.enrichment.JdbiEnrichmentDao;
import barton.steward.dao.history.JdbiHistoryDao;
import barton.steward.dao.history.JdbiLogDao;
import barton.steward.dao.intake.JdbiClearingDao;
import barton.steward.dao.intake.JdbiDiscardDao;
import barton.steward.dao.intake.JdbiImportDao;
import barton.steward.dao.intake.JdbiIntakeDao;
import barton.steward.dao.intake.JdbiMappingDao;
import barton.steward.dao.intake.JdbiPhoneDao;
import barton.steward.dao.matching.JdbiMatchDao;
import barton.steward.dao.merge.JdbiMergeDao;
import barton.steward.dao.overview.JdbiOverviewDao;
import barton.steward.dao.profile.JdbiProfileDao;
import barton.steward.dao.promotion.JdbiPromotionDao;
import barton.steward.dao.promotion.JdbiPromotionEligibilityDao;
import barton.steward.dao.promotion.JdbiQualityDao;
import barton.steward.dao.promotion.JdbiTakeBackDao;
import barton.steward.dao.recipe.JdbiRecipeDao;
import barton.steward.dao.review.JdbiReviewDao;
import barton.steward.dao.sidecar.JdbiSidecarDao;
import barton.steward.dao.slot.JdbiSlotDao;
import barton.steward.dao.suppression.JdbiSuppressionDao;
import barton.steward.dao.table.JdbiTableDao;
import barton.steward.dao.update.JdbiUpdateDao;
import barton.steward.dao.validation.JdbiRuleDao;
import barton.steward.dao.validation.JdbiValidationDao;
import barton.steward.dao.view.JdbiSavedViewDao;
import barton.steward.db.Database;

/// Makes the data access objects over a database.
public final class JdbiDaos {
    private JdbiDaos() {
    }

    public static Daos over(Database database) {
        return new Daos(new JdbiTableDao(database), new JdbiSavedViewDao(database), new JdbiIntakeDao(database),
                new JdbiPromotionDao(database), new JdbiPhoneDao(database), new JdbiLogDao(database),
                new JdbiSlotDao(database), new JdbiHistoryDao(database), new JdbiImportDao(database), new JdbiMappingDao(database),
                new JdbiDiscardDao(database), new JdbiUpdateDao(database),
                new JdbiDoctorDao(database),
                new JdbiOverviewDao(database), new JdbiRuleDao(database), new JdbiValidationDao(database),
                new JdbiTakeBackDao(database), new JdbiClearingDao(database), new JdbiQualityDao(database),
                new JdbiMatchDao(database), new JdbiEmailDao(database), new JdbiPromotionEligibilityDao(database),
                new JdbiSidecarDao(database), new JdbiEnrichmentDao(database), new JdbiReviewDao(database), new JdbiAuditDao(database),
                new JdbiBatchDao(database), new JdbiProfileDao(database), new JdbiValueDao(database), new JdbiRecipeDao(database),
                new JdbiMergeDao(database), new JdbiSuppressionDao(database),
                new JdbiChanges(database, ChangeFeed.Pace.USUAL), new JdbiConnectivity(database),
                new JdbiRoleDao(database), new JdbiAlertDao(database));
    }
}
