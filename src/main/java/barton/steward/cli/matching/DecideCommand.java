package barton.steward.cli.matching;

import barton.steward.cli.support.Answer;
import barton.steward.cli.support.OfPeople;
import barton.steward.cli.support.StewardCommand;
import barton.steward.model.matching.DecideResult;
import barton.steward.model.matching.MatchField;
import barton.steward.model.matching.MatchPair;
import barton.steward.model.matching.MatchVerdict;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// Decides about a pair.
@Command(name = "decide", description = "Decide whether a pair is the same company, or person; `undo` takes it back.")
public final class DecideCommand implements Callable<Integer> {
    @ParentCommand
    private StewardCommand steward;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "PAIR", description = "The pair's number, as `pairs` shows it.")
    private long pair;

    @Parameters(index = "1", paramLabel = "DECISION",
            description = "same (the row of intake is not promoted), different (the pair is not shown again) or later.")
    private MatchVerdict verdict;

    @Option(names = "--take", paramLabel = "FIELD", split = ",",
            description = "With same: what goes from intake into the other record, for example website,phone.")
    private List<String> take = List.of();

    @Mixin
    private OfPeople of;

    @Option(names = "--group", description = "Decide so about every undecided pair of the group that the pair is in.")
    private boolean group;

    @Override
    public Integer call() {
        Set<MatchField> taken = take.stream().map(this::field).collect(Collectors.toCollection(LinkedHashSet::new));
        if (!taken.isEmpty() && verdict != MatchVerdict.SAME) {
            throw new ParameterException(spec.commandLine(), "--take goes with the decision same");
        }
        if (group && !taken.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--take goes with a single pair, not with --group");
        }
        return steward.inSession(session -> {
            Optional<MatchPair> read = session.matching().of(of.entity()).pair(pair);
            if (read.isEmpty()) {
                return wrong("gone", "There is no pair " + pair + " any more. `steward pairs" + of.option() + "` shows"
                        + " those that are there.");
            }
            if (group) {
                return GroupDecided.decide(session.matching().of(of.entity()), read.get(), verdict);
            }
            return switch (session.matching().of(of.entity()).decide(read.get(), verdict, taken)) {
                case DecideResult.Decided done -> Answer.done(new Decided(pair, verdict.word(), done.actionId()),
                        "Pair %d: %s (action %d).".formatted(pair, verdict.word(), done.actionId()));
                case DecideResult.Changed _ -> wrong("changed",
                        "Somebody changed a side of the pair, or decided, just now. Look at it again.");
                case DecideResult.Refused refused -> wrong("refused", refused.reason());
                case DecideResult.Gone _ -> wrong("gone", "A side of the pair is not there any more, or the row of intake is promoted.");
            };
        });
    }

    private Answer wrong(String outcome, String complaint) {
        return Answer.wrong(new Undecided(pair, outcome, complaint), "Nothing was decided.", List.of("steward: " + complaint));
    }

    private MatchField field(String name) {
        return MatchField.of(of.entity()).stream().filter(f -> f.name().equals(name.strip())).findFirst().orElseThrow(() ->
                new ParameterException(spec.commandLine(), "--take knows no " + name + ", but "
                        + MatchField.of(of.entity()).stream().map(MatchField::name).collect(Collectors.joining(", "))));
    }

    private record Decided(long pair, String decision, long action) {
    }

    private record Undecided(long pair, String outcome, String reason) {
    }
}
