package barton.steward.cli.question;

import barton.steward.catalog.AlertLimits;
import barton.steward.catalog.EmailLimits;
import barton.steward.catalog.Limits;
import barton.steward.cli.support.Answer;
import barton.steward.cli.support.StewardCommand;
import barton.steward.model.StewardException;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Shows and sets the limits by which records are counted, filtered and drawn, and by which something wants attention.
@Command(name = "limits", description = "Show, or set for the whole team, from which score on records are good, when an enrichment is"
        + " stale, and when something wants attention.")
public final class LimitsCommand implements Callable<Integer> {
    @ParentCommand
    private StewardCommand steward;

    @Option(names = "--best", paramLabel = "SCORE", description = "Best, or of high confidence, from this score on.")
    private Integer best;

    @Option(names = "--good", paramLabel = "SCORE", description = "Good from this score on; confidence below it is low.")
    private Integer good;

    @Option(names = "--fair", paramLabel = "SCORE", description = "Fair from this score on; what is below is poor.")
    private Integer fair;

    @Option(names = "--stale-days", paramLabel = "DAYS", description = "An enrichment is stale after so many days.")
    private Integer staleDays;

    @Option(names = "--least-success", paramLabel = "PERCENT", description = "The least success rate of recent runs; 0 asks for nothing.")
    private Integer leastSuccess;

    @Option(names = "--least-coverage", paramLabel = "PERCENT", description = "The least share of companies with a sidecar.")
    private Integer leastCoverage;

    @Option(names = "--least-people-coverage", paramLabel = "PERCENT", description = "The least share of people with a sidecar.")
    private Integer leastPeopleCoverage;

    @Option(names = "--least-verified", paramLabel = "PERCENT", description = "The least share of people with a verified e-mail address.")
    private Integer leastVerified;

    @Option(names = "--most-stale", paramLabel = "PERCENT", description = "The largest share of stale enrichments.")
    private Integer mostStale;

    @Option(names = "--most-doubtful", paramLabel = "PERCENT", description = "The largest share of enrichments of low confidence.")
    private Integer mostDoubtful;

    @Option(names = "--waiting-days", paramLabel = "DAYS", description = "Records may wait in intake for so many days.")
    private Integer waitingDays;

    @Option(names = "--recent-days", paramLabel = "DAYS", description = "Runs and imports of so many days are looked at.")
    private Integer recentDays;

    @Option(names = "--recheck-days", paramLabel = "DAYS", description = "The verification of an e-mail address is to be repeated after so"
            + " many days.")
    private Integer recheckDays;

    @Option(names = "--verifying-confidence", paramLabel = "PERCENT", description = "An enrichment with an e-mail confidence from this on"
            + " verifies the address: 95; 0 never does, which a new database has.")
    private Integer verifyingConfidence;

    @Override
    public Integer call() {
        return steward.inSession(session -> {
            Limits limits = scores(session.statistics().limits());
            AlertLimits alerts = alerts(session.alerts().limits());
            EmailLimits emails = emails(session.emails().limits());
            if (!limits.equals(session.statistics().limits())) {
                session.statistics().set(limits);
            }
            if (!alerts.equals(session.alerts().limits())) {
                session.alerts().set(alerts);
            }
            if (!emails.equals(session.emails().limits())) {
                session.emails().set(emails);
            }
            return Answer.done(new Shown(limits.best(), limits.good(), limits.fair(), limits.staleDays(), alerts.leastSuccess(),
                    alerts.leastCoverage(), alerts.leastPeopleCoverage(), alerts.leastVerified(), alerts.mostStale(),
                    alerts.mostDoubtful(), alerts.waitingDays(), alerts.recentDays(), emails.recheckDays(),
                    emails.verifyingConfidence()), """
                    Best or high confidence from %d on, good from %d on (low confidence below), fair from %d on; stale after %d days.
                    Attention: below %d %% success of runs, %d %% coverage of companies, %d %% of people, %d %% verified e-mails; \
                    above %d %% stale or %d %% of low confidence; after %d days of waiting. Runs and imports of %d days are looked at.
                    E-mail addresses are to be verified again after %d days; enrichments %s."""
                    .formatted(limits.best(), limits.good(), limits.fair(), limits.staleDays(), alerts.leastSuccess(),
                    alerts.leastCoverage(), alerts.leastPeopleCoverage(), alerts.leastVerified(), alerts.mostStale(),
                    alerts.mostDoubtful(), alerts.waitingDays(), alerts.recentDays(), emails.recheckDays(),
                    emails.verifyingConfidence() == 0 ? "verify none" : "verify from a confidence of " + emails.verifyingConfidence()
                            + " % on"));
        });
    }

    private Limits scores(Limits now) {
        return wanted(() -> new Limits(or(best, now.best()), or(good, now.good()), or(fair, now.fair()), or(staleDays, now.staleDays())));
    }

    private AlertLimits alerts(AlertLimits now) {
        return wanted(() -> new AlertLimits(or(leastSuccess, now.leastSuccess()), or(leastCoverage, now.leastCoverage()),
                or(leastPeopleCoverage, now.leastPeopleCoverage()), or(leastVerified, now.leastVerified()), or(mostStale, now.mostStale()),
                or(mostDoubtful, now.mostDoubtful()), or(waitingDays, now.waitingDays()), or(recentDays, now.recentDays())));
    }

    private EmailLimits emails(EmailLimits now) {
        return wanted(() -> new EmailLimits(or(recheckDays, now.recheckDays()),
                or(verifyingConfidence, now.verifyingConfidence())));
    }

    private static <T> T wanted(Supplier<T> limits) {
        try {
            return limits.get();
        } catch (IllegalArgumentException e) {
            throw StewardException.refused(e.getMessage(), "Nothing was set; `steward limits` shows what is.");
        }
    }

    private static int or(Integer given, int now) {
        return given == null ? now : given;
    }

    private record Shown(int best, int good, int fair, int staleDays, int leastSuccess, int leastCoverage, int leastPeopleCoverage,
                         int leastVerified, int mostStale, int mostDoubtful, int waitingDays, int recentDays, int recheckDays,
                         int verifyingConfidence) {
    }
}
