package barton.steward.cli;

import barton.steward.model.Entity;
import picocli.CommandLine.Option;

/// Whether a command is about people of intake instead of companies.
final class OfPeople {
    @Option(names = "--people", description = "People of intake instead of companies.")
    private boolean people;

    Entity entity() {
        return people ? Entity.PERSON : Entity.COMPANY;
    }

    /// What a command that is about the same has after its name.
    String option() {
        return people ? " --people" : "";
    }
}
