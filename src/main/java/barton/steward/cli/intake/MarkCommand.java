package barton.steward.cli.intake;

import barton.steward.cli.support.BulkAnswer;
import barton.steward.cli.support.ChosenRows;
import barton.steward.cli.support.OfPeople;
import barton.steward.cli.support.StewardCommand;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// Marks rows of intake validated, or rejected with a note.
@Command(name = "mark", description = "Mark companies, or people, of intake validated, or rejected with a note,"
        + " or take rejections back. Promoted rows are left alone.")
public final class MarkCommand implements Callable<Integer> {
    @ParentCommand
    private StewardCommand steward;

    @Mixin
    private OfPeople of;

    @Spec
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private ChosenRows rows;

    @Option(names = "--rejected", description = "Mark them not validated; needs --note.")
    private boolean rejected;

    @Option(names = "--lift-rejection", description = "Only take their rejections back, so that rules may validate them.")
    private boolean lift;

    @Option(names = "--note", paramLabel = "TEXT", description = "What to add to the notes of each row.")
    private String note;

    @Option(names = "--dry-run", description = "Only tell how many rows would be changed.")
    private boolean dryRun;

    @Override
    public Integer call() {
        if (rejected && (note == null || note.isBlank())) {
            throw new ParameterException(spec.commandLine(), "--rejected needs --note: why are the rows rejected?");
        }
        if (lift && (rejected || note != null)) {
            throw new ParameterException(spec.commandLine(), "--lift-rejection goes with neither --rejected nor --note.");
        }
        return steward.inSession(session -> {
            var selection = rows.selection(session, of.entity());
            if (lift) {
                return BulkAnswer.of(dryRun, session.review().liftRejections(), selection, "freed of their rejection");
            }
            return BulkAnswer.overriding(dryRun, session.review().mark(!rejected, Optional.ofNullable(note)), selection,
                    rejected ? "rejected" : "marked validated");
        });
    }
}
