package barton.steward.cli.importing;

import barton.steward.cli.support.StewardCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/// Takes files in; what kind of rows they hold is the name of a command below it.
@Command(name = "import", description = "Take rows from a file in.",
        subcommands = {ImportCompaniesCommand.class, ImportPeopleCommand.class, ImportSidecarCommand.class, ImportEnrichedCommand.class})
public final class ImportCommand {
    @ParentCommand
    private StewardCommand steward;

    public StewardCommand steward() {
        return steward;
    }
}
