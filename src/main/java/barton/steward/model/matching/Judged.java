package barton.steward.model.matching;

/// What is decided about a pair together with others.
public record Judged(MatchPair pair, MatchVerdict verdict) {
}
