package barton.steward.model.matching;

/// How the pairs of a batch's last run stand, of those whose score is shown; `held` rows of intake wait because of a pair.
public record MatchCounts(long open, long later, long same, long different, long held) {
}
