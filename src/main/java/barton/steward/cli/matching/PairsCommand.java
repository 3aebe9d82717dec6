package barton.steward.cli.matching;

import barton.steward.cli.support.Answer;
import barton.steward.cli.support.AtLeastOne;
import barton.steward.cli.support.OfPeople;
import barton.steward.cli.support.StewardCommand;
import barton.steward.cli.support.TextTable;
import barton.steward.model.likeness.Reason;
import barton.steward.model.matching.MatchDecision;
import barton.steward.model.matching.MatchPair;
import barton.steward.model.matching.MatchRun;
import barton.steward.model.matching.MatchVerdict;
import barton.steward.model.matching.PairFilter;
import barton.steward.model.matching.PairGroup;
import barton.steward.service.matching.Matching;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Shows the pairs of a batch's last search.
@Command(name = "pairs", description = "Show the pairs that `match` found in a batch and that wait for a decision, the likeliest first.")
public final class PairsCommand implements Callable<Integer> {
    @ParentCommand
    private StewardCommand steward;

    @Option(names = "--batch", paramLabel = "ID", required = true, description = "The batch.")
    private String batch;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "20", converter = AtLeastOne.class,
            description = "How many pairs. Default: ${DEFAULT-VALUE}.")
    private int limit;

    @Option(names = "--decided", description = "Also those that were decided.")
    private boolean decided;

    @Mixin
    private OfPeople of;

    @Option(names = "--groups", description = "Put pairs together into groups of records that are the same; --limit says how many groups.")
    private boolean groups;

    @Override
    public Integer call() {
        return steward.inSession(session -> {
            Matching matching = session.matching().of(of.entity());
            Optional<MatchRun> run = matching.lastRun(batch);
            if (run.isEmpty()) {
                return Answer.wrong(new Pairs(batch, null, null, List.of()), "No pairs.",
                        List.of("steward: Nobody looked for pairs in batch %1$s. `steward match%2$s --batch %1$s` does."
                                .formatted(batch, of.option())));
            }
            if (groups) {
                List<PairGroup> found = matching.groups(batch, Matching.GROUPED).stream().filter(g -> decided || !g.undecided().isEmpty())
                        .limit(limit).toList();
                return GroupsAnswer.of(batch, run.get(), found);
            }
            List<MatchPair> pairs = matching.pairs(batch, decided ? PairFilter.ALL : PairFilter.UNDECIDED, Optional.empty(), limit);
            return Answer.done(new Pairs(batch, run.get().id(), run.get().at(), pairs.stream().map(PairAnswer::of).toList()), text(pairs));
        });
    }

    private static String text(List<MatchPair> pairs) {
        if (pairs.isEmpty()) {
            return "No pairs wait for a decision.";
        }
        var table = new TextTable("PAIR", "SCORE", "INTAKE", "MAY BE", "BECAUSE", "DECIDED");
        for (MatchPair p : pairs) {
            table.row(p.id(), p.score(), PairAnswer.text(p.intake()), PairAnswer.text(p.other()),
                    p.reasons().stream().map(Reason::sentence).collect(Collectors.joining("; ")),
                    p.decision().map(MatchDecision::verdict).map(MatchVerdict::word).orElse(null));
        }
        return table.toString();
    }

    private record Pairs(String batch, Long run, Instant foundAt, List<PairAnswer> pairs) {
    }
}
