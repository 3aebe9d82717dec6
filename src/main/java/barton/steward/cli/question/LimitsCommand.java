package barton.steward.cli.question;

import barton.steward.catalog.Limits;
import barton.steward.cli.support.Answer;
import barton.steward.cli.support.StewardCommand;
import barton.steward.service.overview.Statistics;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// Shows and sets the limits by which records are counted, filtered and drawn.
@Command(name = "limits", description = "Show, or set for the whole team,"
        + " from which score on records are good and when an enrichment is stale.")
public final class LimitsCommand implements Callable<Integer> {
    @ParentCommand
    private StewardCommand steward;

    @Spec
    private CommandSpec spec;

    @Option(names = "--best", paramLabel = "SCORE", description = "Best, or of high confidence, from this score on.")
    private Integer best;

    @Option(names = "--good", paramLabel = "SCORE", description = "Good from this score on; confidence below it is low.")
    private Integer good;

    @Option(names = "--fair", paramLabel = "SCORE", description = "Fair from this score on; what is below is poor.")
    private Integer fair;

    @Option(names = "--stale-days", paramLabel = "DAYS", description = "An enrichment is stale after so many days.")
    private Integer staleDays;

    @Override
    public Integer call() {
        return steward.inSession(session -> {
            Statistics statistics = session.statistics();
            Limits now = statistics.limits();
            Limits wanted = wanted(now);
            if (!wanted.equals(now)) {
                statistics.set(wanted);
            }
            return Answer.done(wanted, """
                    Best or high confidence from %d on, good from %d on (low confidence below), fair from %d on; stale after %d days."""
                    .formatted(wanted.best(), wanted.good(), wanted.fair(), wanted.staleDays()));
        });
    }

    private Limits wanted(Limits now) {
        try {
            return new Limits(or(best, now.best()), or(good, now.good()), or(fair, now.fair()), or(staleDays, now.staleDays()));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    private static int or(Integer given, int now) {
        return given == null ? now : given;
    }
}
