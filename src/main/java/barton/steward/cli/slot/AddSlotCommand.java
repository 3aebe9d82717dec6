package barton.steward.cli.slot;

import barton.steward.cli.support.BulkAnswer;
import barton.steward.cli.support.ChosenCompanies;
import barton.steward.cli.support.StewardCommand;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Gives companies a further slot.
@Command(name = "add-slot", description = "Give companies a further slot. Those that have such a slot already are left alone.")
public final class AddSlotCommand implements Callable<Integer> {
    @ParentCommand
    private StewardCommand steward;

    @ArgGroup(multiplicity = "1")
    private ChosenCompanies companies;

    @Option(names = "--label", paramLabel = "TEXT", required = true,
            description = "What the slot is called: “Division A – Charleston Campus”.")
    private String label;

    @Option(names = "--type", paramLabel = "TYPE", defaultValue = "division", description = "The type of slot. Default: ${DEFAULT-VALUE}.")
    private String type;

    @Option(names = "--dry-run", description = "Only tell how many slots would be added.")
    private boolean dryRun;

    @Override
    public Integer call() {
        return steward.inSession(session -> BulkAnswer.of(dryRun, session.slots().add(type, label), companies.selection(session),
                "given a slot"));
    }
}
