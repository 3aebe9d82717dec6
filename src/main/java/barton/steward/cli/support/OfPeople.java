package barton.steward.cli.support;

import barton.steward.catalog.Entity;
import picocli.CommandLine.Option;

/// Whether a command is about people of intake instead of companies.
public final class OfPeople {
    @Option(names = "--people", description = "People of intake instead of companies.")
    private boolean people;

    public Entity entity() {
        return people ? Entity.PERSON : Entity.COMPANY;
    }

    /// What a command that is about the same has after its name.
    public String option() {
        return people ? " --people" : "";
    }
}
