package barton.steward.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/// Takes files in; what kind of rows they hold is the name of a command below it.
@Command(name = "import", description = "Take rows from a file in.",
        subcommands = {ImportCompaniesCommand.class, ImportPeopleCommand.class, ImportSidecarCommand.class, ImportEnrichedCommand.class})
final class ImportCommand {
    @ParentCommand
    private StewardCommand steward;

    StewardCommand steward() {
        return steward;
    }
}
