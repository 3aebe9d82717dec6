package barton.steward.catalog;

import java.util.List;
import java.util.stream.IntStream;

/// When something wants the team's attention. Shares are percentages from 0 to 100: the least success rate of runs, coverage of companies
/// and of people by sidecars and share of people with a verified e-mail address (0 asks for nothing), and the largest share of stale
/// enrichments and of those of low confidence. Records may wait in intake for `waitingDays`; runs and imports are looked at for
/// `recentDays` (1 to 3650).
public record AlertLimits(int leastSuccess, int leastCoverage, int leastPeopleCoverage, int leastVerified, int mostStale, int mostDoubtful,
                          int waitingDays, int recentDays) {
    /// What a new database has.
    public static final AlertLimits USUAL = new AlertLimits(90, 50, 50, 50, 0, 0, 14, 30);

    /// @throws IllegalArgumentException with a sentence where one is out of range
    public AlertLimits {
        if (IntStream.of(leastSuccess, leastCoverage, leastPeopleCoverage, leastVerified, mostStale, mostDoubtful)
                .anyMatch(p -> p < 0 || p > 100)) {
            throw new IllegalArgumentException("A share is 0 to 100 percent.");
        }
        if (List.of(waitingDays, recentDays).stream().anyMatch(d -> d < 1 || d > Limits.MOST_DAYS)) {
            throw new IllegalArgumentException("Days are 1 to " + Limits.MOST_DAYS + ".");
        }
    }
}
