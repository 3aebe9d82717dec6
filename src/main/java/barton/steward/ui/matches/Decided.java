package barton.steward.ui.matches;

import barton.steward.catalog.Entity;
import barton.steward.model.matching.MatchField;
import barton.steward.model.matching.MatchPair;
import barton.steward.model.matching.MatchVerdict;
import java.util.List;
import java.util.Set;

/// What was decided here at once: the actions that it was, the pairs as they are since, and what went from intake into the other side.
/// @param words the decision as a sentence
public record Decided(Entity entity, List<Long> actions, List<MatchPair> pairs, MatchVerdict verdict, Set<MatchField> copied,
                      String words) {
    /// The first pair.
    public MatchPair pair() {
        return pairs.getFirst();
    }

    /// The first action.
    public long action() {
        return actions.getFirst();
    }
}
