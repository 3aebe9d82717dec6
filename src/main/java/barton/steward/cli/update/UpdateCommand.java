package barton.steward.cli.update;

import barton.steward.cli.support.StewardCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/// Updates records from a file; which records is the name of a command below it.
@Command(name = "update", description = "Update records from a file whose rows name them.",
        subcommands = {UpdateRecordsCommand.OfCompanies.class, UpdateRecordsCommand.OfPeople.class})
public final class UpdateCommand {
    @ParentCommand
    private StewardCommand steward;

    StewardCommand steward() {
        return steward;
    }
}
