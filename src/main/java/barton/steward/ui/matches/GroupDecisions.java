package barton.steward.ui.matches;

import barton.steward.model.matching.DecideResult;
import barton.steward.model.matching.Judged;
import barton.steward.model.matching.MatchVerdict;
import barton.steward.model.matching.PairGroup;
import barton.steward.service.matching.Matching;
import barton.steward.ui.support.Messages;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Decides about the chosen group with one key: all of it, or nothing where a part cannot be kept.
final class GroupDecisions {
    private final GroupList groups;
    private final Decisions decisions;
    private final Trouble trouble;
    private final MatchesViewModel model;

    GroupDecisions(GroupList groups, Decisions decisions, Trouble trouble, MatchesViewModel model) {
        this.groups = groups;
        this.decisions = decisions;
        this.trouble = trouble;
        this.model = model;
    }

    void decide(Matching matching, MatchVerdict verdict) {
        PairGroup group = groups.chosen();
        boolean without = verdict == MatchVerdict.SAME && !groups.out().isEmpty();
        decide(matching, without ? group.without(groups.taken()) : group.whole(verdict), verdict, without ? "without" : verdict.word());
    }

    void split(Matching matching) {
        decide(matching, groups.chosen().split(), MatchVerdict.SAME, "split");
    }

    private void decide(Matching matching, List<Judged> judged, MatchVerdict verdict, String how) {
        PairGroup group = groups.chosen();
        trouble.forget(group.records());
        if (judged.isEmpty()) {
            trouble.say(group.records(), Messages.get("groups.nothing"), "");
            return;
        }
        String words = Messages.get("groups.latest." + how, group.records().stream().map(Called::of).distinct()
                .collect(Collectors.joining(", ")), judged.size());
        GroupList.Place place = groups.follow(verdict == MatchVerdict.LATER);
        decisions.add(place, () -> matching.decide(judged), results -> decided(place, verdict, words, results), why -> {
            back(place, words, Messages.get("matches.lost", why.cause().getMessage()));
            model.fail(why);
        });
    }

    private Optional<Decided> decided(GroupList.Place place, MatchVerdict verdict, String words, List<DecideResult> results) {
        if (results.getFirst() instanceof DecideResult.Decided) {
            List<DecideResult.Decided> all = results.stream().map(DecideResult.Decided.class::cast).toList();
            String told = all.stream().map(d -> model.told(d.pair())).reduce("", (before, next) -> next);
            var decided = new Decided(all.getFirst().pair().intake().table().entity().orElseThrow(),
                    all.stream().map(DecideResult.Decided::actionId).toList(), all.stream().map(DecideResult.Decided::pair).toList(),
                    verdict, Set.of(), words + told);
            model.keep(decided);
            return Optional.of(decided);
        }
        back(place, words, switch (results.getFirst()) {
            case DecideResult.Refused refused -> refused.reason();
            case DecideResult.Gone _ -> Messages.get("matches.gone");
            default -> Messages.get("groups.changed");
        });
        model.refresh();
        return Optional.empty();
    }

    /// The group is to be decided still; what is looked at meanwhile stays.
    private void back(GroupList.Place place, String words, String reason) {
        if (model.isShown(place)) {
            groups.restore(place, false);
        }
        trouble.say(place.group().records(), Messages.get("groups.about", words, reason), Messages.get("groups.lost.advice"));
    }
}
