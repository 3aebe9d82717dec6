package barton.steward.dao;

import barton.steward.db.Database;

/// Makes the data access objects over a database.
public final class JdbiDaos {
    private JdbiDaos() {
    }

    public static Daos over(Database database) {
        return new Daos(new JdbiTableDao(database), new JdbiIntakeDao(database),
                new JdbiPromotionDao(database), new JdbiPeoplePromotionDao(database), new JdbiPhoneDao(database), new JdbiLogDao(database),
                new JdbiSlotDao(database), new JdbiHistoryDao(database), new JdbiImportDao(database), new JdbiDoctorDao(database),
                new JdbiOverviewDao(database), new JdbiRuleDao(database), new JdbiValidationDao(database),
                new JdbiTakeBackDao(database), new JdbiClearingDao(database), new JdbiQualityDao(database),
                new JdbiMatchDao(database), new JdbiEmailDao(database), new JdbiPromotionEligibilityDao(database),
                new JdbiSidecarDao(database), new JdbiEnrichmentDao(database), new JdbiChanges(database, ChangeFeed.Pace.USUAL));
    }
}
