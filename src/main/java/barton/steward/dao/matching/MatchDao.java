package barton.steward.dao.matching;

import barton.steward.catalog.Entity;
import barton.steward.model.matching.DecideResult;
import barton.steward.model.matching.Judged;
import barton.steward.model.matching.MatchCounts;
import barton.steward.model.matching.MatchField;
import barton.steward.model.matching.MatchPair;
import barton.steward.model.matching.MatchRun;
import barton.steward.model.matching.MatchThresholds;
import barton.steward.model.matching.MatchVerdict;
import barton.steward.model.matching.PairFilter;
import barton.steward.model.matching.ScoredPair;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Pairs of records that may be the same company, and what stewards decide about them.
public interface MatchDao {
    /// The same of such records.
    MatchDao of(Entity entity);

    /// The most pairs of one round trip.
    int MAX_PAGE = 500;

    /// Looks for pairs between the rows of a batch that are not in master yet and master, and replaces the pairs of the batch's last run.
    /// Decisions stay. Takes minutes at most, tells the rows done so far and can be cancelled; then nothing was changed.
    /// @param withinBatch also compares the rows of the batch with each other
    MatchRun find(String batch, boolean withinBatch, String executor);

    /// The batch's last run.
    Optional<MatchRun> lastRun(String batch);

    /// How many pairs that are shown nobody looked at yet, of each batch that was searched; the latest searched comes first.
    Map<String, Long> open();

    /// The pairs of a batch whose score is shown, the highest first.
    /// @param after the last pair of the page before
    List<MatchPair> pairs(String batch, PairFilter filter, Optional<MatchPair> after, int limit);

    Optional<MatchPair> pair(long id);

    /// Decides about a pair as it was read, unless somebody else changed a side or decided meanwhile.
    /// @param taken what goes from the row of intake into the other side, where they are the same; kept in the history as an edit
    DecideResult decide(MatchPair pair, MatchVerdict verdict, Set<MatchField> taken, String executor);

    /// Decides about pairs as they were read: all of them, or none.
    /// @return how each was decided; where one cannot be, how that ended, alone
    List<DecideResult> decide(List<Judged> judged, String executor);

    MatchCounts counts(String batch);

    /// All pairs that a batch's last search kept, whatever was decided about them.
    List<ScoredPair> scored(String batch);

    /// The numbers of a batch's rows, in the order in which they came.
    List<String> rows(String batch);

    /// The names of rows of intake, by their numbers, and of records of master, by their IDs.
    Map<String, String> names(Set<String> records);

    MatchThresholds thresholds();

    void set(MatchThresholds thresholds, String executor);
}
