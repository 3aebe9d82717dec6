package barton.steward.model.matching;

import barton.steward.model.StewardException;
import java.util.OptionalInt;

/// From which score on pairs are shown, and from which on undecided ones hold their row back; empty: none does.
public record MatchThresholds(int shown, OptionalInt held) {
    /// Pairs of a lower score are not even kept.
    public static final int LOWEST = 40;

    public MatchThresholds {
        check(shown);
        held.ifPresent(MatchThresholds::check);
    }

    private static void check(int score) {
        if (score < LOWEST || score > 100) {
            throw StewardException.refused("A threshold is a score from " + LOWEST + " to 100, which " + score + " is not.", "");
        }
    }
}
