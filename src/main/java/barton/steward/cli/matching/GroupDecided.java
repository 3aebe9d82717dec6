package barton.steward.cli.matching;

import barton.steward.cli.support.Answer;
import barton.steward.model.Counted;
import barton.steward.model.matching.DecideResult;
import barton.steward.model.matching.MatchPair;
import barton.steward.model.matching.MatchVerdict;
import barton.steward.model.matching.PairGroup;
import barton.steward.service.matching.Matching;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What became of the undecided pairs of a group, as scripts see it: those that were decided, with the action of each, and those that
/// somebody changed meanwhile.
record GroupDecided(List<Long> pairs, String decision, List<Long> actions, List<Long> left) {
    static Answer decide(Matching matching, MatchPair pair, MatchVerdict verdict) {
        List<MatchPair> undecided = matching.group(pair).map(PairGroup::undecided).orElseGet(() -> List.of(pair));
        var pairs = new ArrayList<Long>();
        var actions = new ArrayList<Long>();
        var left = new ArrayList<Long>();
        for (MatchPair each : undecided) {
            DecideResult result = matching.decide(each, verdict, Set.of());
            if (result instanceof DecideResult.Decided done) {
                pairs.add(each.id());
                actions.add(done.actionId());
            } else {
                left.add(each.id());
            }
        }
        var decided = new GroupDecided(pairs, verdict.word(), actions, left);
        String said = Counted.of(pairs.size(), "pair", "pairs") + " of the group: " + verdict.word() + ".";
        return left.isEmpty() ? Answer.done(decided, said)
                : Answer.wrong(decided, said, List.of("steward: Somebody changed, or decided, " + left + " meanwhile. Look again."));
    }
}
