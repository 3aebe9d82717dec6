package barton.steward.cli.intake;

import barton.steward.cli.support.BulkAnswer;
import barton.steward.cli.support.ChosenRows;
import barton.steward.cli.support.IntakeSelection;
import barton.steward.cli.support.OfPeople;
import barton.steward.cli.support.StewardCommand;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Fills the state abbreviations of intake.
@Command(name = "fill-states",
        description = "Fill state_abbrev from company_state (of people: state), in all of intake or in some rows."
                + " Promoted rows are left alone.")
public final class FillStatesCommand implements Callable<Integer> {
    @ParentCommand
    private StewardCommand steward;

    @Mixin
    private OfPeople of;

    @ArgGroup
    private ChosenRows rows;

    @Option(names = "--dry-run", description = "Only tell how many rows would be changed.")
    private boolean dryRun;

    @Override
    public Integer call() {
        return steward.inSession(session -> BulkAnswer.of(dryRun, session.review().fillStates(),
                rows == null ? IntakeSelection.everything(of.entity()) : rows.selection(session, of.entity()),
                "given their state abbreviation"));
    }
}
