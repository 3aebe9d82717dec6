package barton.steward.model.matching;

/// How deciding about a pair ended. Nothing was written but for [Decided].
public sealed interface DecideResult {
    /// The action by which the decision, with what was taken over, can be taken back, and the pair as it is now.
    record Decided(long actionId, MatchPair pair) implements DecideResult {
    }

    /// Somebody else changed a side, or decided, since the pair was read: the pair as it is now.
    record Changed(MatchPair now) implements DecideResult {
    }

    /// The database does not take it; the reason is a sentence for the steward.
    record Refused(String reason) implements DecideResult {
    }

    /// A side is not there any more, or the row of intake is promoted.
    record Gone() implements DecideResult {
    }
}
