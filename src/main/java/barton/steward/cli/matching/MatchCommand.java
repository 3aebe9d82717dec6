package barton.steward.cli.matching;

import barton.steward.cli.support.Answer;
import barton.steward.cli.support.OfPeople;
import barton.steward.cli.support.StewardCommand;
import barton.steward.model.Counted;
import barton.steward.model.matching.MatchRun;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Looks for records of a batch that may be companies which are there already.
@Command(name = "match", description = "Look for companies, or people, of a batch that master has already, maybe in"
        + " another spelling.")
public final class MatchCommand implements Callable<Integer> {
    @ParentCommand
    private StewardCommand steward;

    @Option(names = "--batch", paramLabel = "ID", required = true, description = "The batch.")
    private String batch;

    @Option(names = "--within", description = "Compare the rows of the batch with each other too.")
    private boolean within;

    @Option(names = "--measure", paramLabel = "TRUTH.csv",
            description = "Tell how well it does, by a file of the pairs that are the same: two columns with the rows of the imported"
                    + " file, from 1,"
                    + " or with numbers of intake or IDs of master. Compares within the batch too.")
    private Path measure;

    @Mixin
    private OfPeople of;

    @Override
    public Integer call() {
        return steward.inSession(session -> {
            MatchRun run = session.matching().of(of.entity()).find(batch, within || measure != null);
            if (measure != null) {
                return MeasureAnswer.of(batch, run, session.matching().of(of.entity()).measure(batch, measure));
            }
            long open = session.matching().of(of.entity()).counts(batch).open();
            return Answer.done(new MatchAnswer(batch, run.id(), within, run.compared(), run.comparedWith(), run.candidates(), open),
                    run.compared() == 0 ? "Every row of batch " + batch + " is promoted already, so there was nothing to compare."
                            : text(run, open));
        });
    }

    private String text(MatchRun run, long open) {
        return "%s of batch %s compared with %d of master%s: %s kept, %d to decide. `steward pairs%s --batch %s` shows them."
                .formatted(Counted.rows(run.compared()), batch, run.comparedWith(), within ? " and with each other" : "",
                        Counted.of(run.candidates(), "pair", "pairs"), open, of.option(), batch);
    }

    private record MatchAnswer(String batch, long run, boolean within, long compared, long comparedWith, long candidates, long open) {
    }
}
