package barton.steward.cli.importing;

import barton.steward.catalog.Entity;
import picocli.CommandLine.Command;

/// Takes people from a file into intake as a batch.
@Command(name = "people", description = "Take people from a file into intake as a batch. Its usual headers are recognised.")
final class ImportPeopleCommand extends ImportRowsCommand {
    ImportPeopleCommand() {
        super(Entity.PERSON);
    }
}
