package barton.steward.model.matching;

import barton.steward.model.likeness.Reason;
import barton.steward.model.query.Row;
import java.util.List;
import java.util.Optional;

/// A row of intake and what may be the same company: a row of master, or an older row of the same batch.
/// `score` is the probability that they are the same, in percent; `likeness` of the names is from 0 to 1; `reasons` are empty of pairs that
/// were found before they were kept. Where `changedSince`, name or website of a side are others than when it was decided, so that
/// the decision is to be taken anew.
public record MatchPair(long id, String batch, int score, double likeness, MatchParts parts, List<Reason> reasons, Row intake, Row other,
                        Optional<MatchDecision> decision, boolean changedSince) {
    /// Whether there is nothing left to decide.
    public boolean settled() {
        return !changedSince && decision.filter(d -> d.verdict() != MatchVerdict.LATER).isPresent();
    }
}
