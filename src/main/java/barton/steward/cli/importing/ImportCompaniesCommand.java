package barton.steward.cli.importing;

import barton.steward.catalog.Entity;
import picocli.CommandLine.Command;

/// Takes companies from a file into intake as a batch.
@Command(name = "companies", description = "Take companies from a file into intake as a batch. Its usual headers are recognised.")
final class ImportCompaniesCommand extends ImportRowsCommand {
    ImportCompaniesCommand() {
        super(Entity.COMPANY);
    }
}
