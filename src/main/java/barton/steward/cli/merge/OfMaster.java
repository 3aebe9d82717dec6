package barton.steward.cli.merge;

import barton.steward.catalog.Entity;
import picocli.CommandLine.Option;

/// Whether a command is about people of master instead of companies.
final class OfMaster {
    @Option(names = "--people", description = "People instead of companies.")
    private boolean people;

    Entity entity() {
        return people ? Entity.PERSON : Entity.COMPANY;
    }
}
