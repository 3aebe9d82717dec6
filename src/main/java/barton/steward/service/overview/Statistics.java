package barton.steward.service.overview;

import barton.steward.dao.email.EmailDao;
import barton.steward.dao.history.LogDao;
import barton.steward.dao.overview.OverviewDao;
import barton.steward.model.Overview;
import barton.steward.model.email.EmailDay;
import barton.steward.model.enrichment.SourceReliability;
import java.util.List;
import java.util.Map;

/// Figures of the whole database.
public final class Statistics {
    private final OverviewDao overview;
    private final LogDao log;
    private final EmailDao emails;

    public Statistics(OverviewDao overview, LogDao log, EmailDao emails) {
        this.overview = overview;
        this.log = log;
        this.emails = emails;
    }

    public Overview overview() {
        return overview.overview();
    }

    /// The sources of company sidecars, the one with the most first.
    public List<SourceReliability> sources() {
        return overview.reliability();
    }

    /// How many rows its promotions passed, as the log says, by batch.
    public Map<String, Long> promotedByBatch() {
        return log.promotedByBatch();
    }

    /// The newest days on which people were created, the newest first.
    public List<EmailDay> emailDays(int most) {
        return emails.days(most);
    }
}
