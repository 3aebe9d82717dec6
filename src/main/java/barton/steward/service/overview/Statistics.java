package barton.steward.service.overview;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Limits;
import barton.steward.catalog.Table;
import barton.steward.dao.email.EmailDao;
import barton.steward.dao.history.LogDao;
import barton.steward.dao.overview.OverviewDao;
import barton.steward.model.Overview;
import barton.steward.model.email.EmailDay;
import barton.steward.model.enrichment.EnrichmentCounts;
import barton.steward.model.enrichment.SourceReliability;
import barton.steward.model.history.Decisions;
import barton.steward.model.history.RunPeriod;
import barton.steward.model.query.Query;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/// Figures of the whole database, and the limits by which they are counted.
public final class Statistics {
    private final OverviewDao overview;
    private final LogDao log;
    private final EmailDao emails;
    private final String executor;

    public Statistics(OverviewDao overview, LogDao log, EmailDao emails, String executor) {
        this.overview = overview;
        this.log = log;
        this.emails = emails;
        this.executor = executor;
    }

    public Overview overview() {
        return overview.overview();
    }

    public EnrichmentCounts enrichment() {
        return overview.enrichment();
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

    /// The newest days with runs, the oldest first.
    public List<RunPeriod> runDays(int most) {
        return log.periods(Query.all(Table.LOG), ChronoUnit.DAYS, most);
    }

    /// The runs that a filter of the log finds, by hour where that are not too many of them, else by day, else the newest months; the
    /// oldest first.
    public List<RunPeriod> runs(Query filter, int most) {
        for (ChronoUnit unit : List.of(ChronoUnit.HOURS, ChronoUnit.DAYS)) {
            List<RunPeriod> periods = log.periods(filter, unit, most + 1);
            if (periods.size() <= most) {
                return periods;
            }
        }
        return log.periods(filter, ChronoUnit.MONTHS, most);
    }

    /// What stewards decided by hand on the newest days on which anybody did, the oldest first.
    public List<Decisions> pace(Entity entity, int days) {
        return overview.pace(entity, days);
    }

    public Limits limits() {
        return overview.limits();
    }

    /// Sets the limits for the whole team.
    public void set(Limits limits) {
        overview.set(limits, executor);
    }
}
