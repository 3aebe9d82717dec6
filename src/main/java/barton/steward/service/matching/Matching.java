package barton.steward.service.matching;

import barton.steward.catalog.Entity;
import barton.steward.dao.matching.MatchDao;
import barton.steward.model.matching.DecideResult;
import barton.steward.model.matching.Judged;
import barton.steward.model.matching.MatchCounts;
import barton.steward.model.matching.MatchField;
import barton.steward.model.matching.MatchPair;
import barton.steward.model.matching.MatchQuality;
import barton.steward.model.matching.MatchRun;
import barton.steward.model.matching.MatchThresholds;
import barton.steward.model.matching.MatchVerdict;
import barton.steward.model.matching.PairFilter;
import barton.steward.model.matching.PairGroup;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The search for records that may be the same company, and the decisions about what it found.
public final class Matching {
    /// Groups are of the likeliest pairs of a batch, so many.
    public static final int GROUPED = 20_000;

    private final MatchDao dao;
    private final String executor;

    public Matching(MatchDao dao, String executor) {
        this.dao = dao;
        this.executor = executor;
    }

    /// The same of such records; without it, it is about companies.
    public Matching of(Entity entity) {
        return new Matching(dao.of(entity), executor);
    }

    /// Looks for pairs between the rows of a batch that are not in master yet and master, and replaces those of the batch's last search.
    /// Decisions stay. Takes minutes at most, tells the rows done so far and can be cancelled; then nothing was changed.
    /// @param withinBatch also compares the rows of the batch with each other
    public MatchRun find(String batch, boolean withinBatch) {
        return dao.find(batch, withinBatch, executor);
    }

    /// The batch's last search.
    public Optional<MatchRun> lastRun(String batch) {
        return dao.lastRun(batch);
    }

    /// How many pairs that are shown nobody looked at yet, of each batch that was searched; the latest searched comes first.
    public Map<String, Long> open() {
        return dao.open();
    }

    public MatchCounts counts(String batch) {
        return dao.counts(batch);
    }

    /// The pairs of a batch whose score is shown, the highest first.
    /// @param after the last pair of those before
    public List<MatchPair> pairs(String batch, PairFilter filter, Optional<MatchPair> after, int most) {
        var pairs = new ArrayList<MatchPair>();
        Optional<MatchPair> end = after;
        int asked;
        List<MatchPair> page;
        do {
            asked = Math.min(most - pairs.size(), MatchDao.MAX_PAGE);
            page = dao.pairs(batch, filter, end, asked);
            pairs.addAll(page);
            end = pairs.isEmpty() ? after : Optional.of(pairs.getLast());
        } while (page.size() == asked && pairs.size() < most);
        return List.copyOf(pairs);
    }

    /// The pairs of a batch put together into groups, those that are surest as a whole first. A weak link does not join two groups, so that
    /// a pair may be in none.
    /// @param most of so many pairs, the likeliest, decided ones among them
    public List<PairGroup> groups(String batch, int most) {
        boolean within = dao.lastRun(batch).map(MatchRun::withinBatch).orElse(false);
        return Grouping.of(pairs(batch, PairFilter.ALL, Optional.empty(), most), within, dao.thresholds().shown());
    }

    /// The group that a pair is in, among the likeliest of its batch; empty where it is in none.
    public Optional<PairGroup> group(MatchPair pair) {
        return groups(pair.batch(), GROUPED).stream().filter(g -> g.pairs().stream().anyMatch(p -> p.id() == pair.id())).findFirst();
    }

    public Optional<MatchPair> pair(long id) {
        return dao.pair(id);
    }

    /// Decides about a pair as it was read, unless somebody else changed a side or decided meanwhile.
    /// @param taken what goes from the row of intake into the other side, where they are the same; kept in the history as an edit
    public DecideResult decide(MatchPair pair, MatchVerdict verdict, Set<MatchField> taken) {
        return dao.decide(pair, verdict, taken, executor);
    }

    /// Decides about pairs as they were read: all of them, or none.
    /// @return how each was decided; where one cannot be, how that ended, alone
    public List<DecideResult> decide(List<Judged> judged) {
        return dao.decide(judged, executor);
    }

    /// Holds the pairs of a batch's last search against a CSV file of pairs that are known to be the same: two columns with the numbers of
    /// rows of the imported file, from 1, or of rows of intake, or IDs of master; a third one may say false.
    public MatchQuality measure(String batch, Path truth) {
        return new Measuring(dao).measure(batch, truth);
    }

    public MatchThresholds thresholds() {
        return dao.thresholds();
    }

    public void set(MatchThresholds thresholds) {
        dao.set(thresholds, executor);
    }
}
