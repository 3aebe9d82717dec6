package barton.steward.ui.matches;

import barton.steward.model.matching.MatchPair;
import barton.steward.model.matching.MatchVerdict;
import barton.steward.ui.support.Messages;
import java.util.HashMap;
import java.util.Map;

/// How often the score says what the steward decided without seeing it.
final class Agreements {
    /// From this score on two records are rather the same.
    private static final int EVEN = 50;

    private final Map<Long, Boolean> agreed = new HashMap<>();

    /// Tells the score of a pair that was decided blind, and how often it agreed so far; empty where it was not, or left for later.
    String tell(boolean blind, MatchPair decided) {
        MatchVerdict verdict = decided.decision().orElseThrow().verdict();
        if (!blind || verdict == MatchVerdict.LATER) {
            return "";
        }
        boolean agrees = decided.score() >= EVEN == (verdict == MatchVerdict.SAME);
        agreed.put(decided.id(), agrees);
        return " " + Messages.get(agrees ? "matches.blind.agrees" : "matches.blind.differs", decided.score(),
                agreed.values().stream().filter(a -> a).count(), agreed.size());
    }

    void forget(Decided decided) {
        decided.pairs().forEach(pair -> agreed.remove(pair.id()));
    }
}
