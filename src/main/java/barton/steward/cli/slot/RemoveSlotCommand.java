package barton.steward.cli.slot;

import barton.steward.catalog.Table;
import barton.steward.cli.support.BulkAnswer;
import barton.steward.cli.support.ChosenCompanies;
import barton.steward.cli.support.StewardCommand;
import barton.steward.model.query.Selection;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Removes slots in which nobody is.
@Command(name = "remove-slot", description = "Remove slots in which nobody is. A company's default slot stays.")
public final class RemoveSlotCommand implements Callable<Integer> {
    @ParentCommand
    private StewardCommand steward;

    @Parameters(paramLabel = "SLOT", arity = "1..*", description = "The Barton IDs of the slots.")
    private List<String> slots;

    @Option(names = "--dry-run", description = "Only tell how many slots would be removed.")
    private boolean dryRun;

    @Override
    public Integer call() {
        return steward.inSession(session -> BulkAnswer.of(dryRun, session.slots().remove(),
                ChosenCompanies.found(session, new Selection.Keys(Table.SLOTS, new HashSet<>(slots))), "removed"));
    }
}
