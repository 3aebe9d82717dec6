package barton.steward.cli.matching;

import barton.steward.cli.support.Answer;
import barton.steward.cli.support.OfPeople;
import barton.steward.cli.support.StewardCommand;
import barton.steward.model.matching.MatchThresholds;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Shows and sets from which score on a pair counts.
@Command(name = "thresholds", description = "Show, or set, from which score on pairs are shown and undecided ones hold their row back.")
public final class ThresholdsCommand implements Callable<Integer> {
    @ParentCommand
    private StewardCommand steward;

    @Option(names = "--shown", paramLabel = "SCORE", description = "Show pairs from this score on (40 to 100).")
    private Integer shown;

    @ArgGroup
    private Held held;

    @Mixin
    private OfPeople of;

    @Override
    public Integer call() {
        return steward.inSession(session -> {
            MatchThresholds now = session.matching().of(of.entity()).thresholds();
            if (shown != null || held != null) {
                now = new MatchThresholds(shown == null ? now.shown() : shown, held == null ? now.held() : held.score());
                session.matching().of(of.entity()).set(now);
            }
            Integer from = now.held().isPresent() ? now.held().getAsInt() : null;
            return Answer.done(new Thresholds(now.shown(), from), "Pairs are shown from %d on; undecided ones hold their row back %s."
                    .formatted(now.shown(), from == null ? "at no score" : "from " + from + " on"));
        });
    }

    private static final class Held {
        @Option(names = "--held", paramLabel = "SCORE", required = true,
                description = "Promote no row with an undecided pair from this score on (40 to 100).")
        private Integer from;

        @Option(names = "--held-never", required = true, description = "Promote rows whatever undecided pairs they have.")
        private boolean never;

        OptionalInt score() {
            return never ? OptionalInt.empty() : OptionalInt.of(from);
        }
    }

    private record Thresholds(int shown, Integer held) {
    }
}
