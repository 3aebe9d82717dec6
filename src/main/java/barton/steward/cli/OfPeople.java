package barton.steward.cli;

import barton.steward.model.RuleEntity;
import picocli.CommandLine.Option;

/// Whether a command is about people of intake instead of companies.
final class OfPeople {
    @Option(names = "--people", description = "People of intake instead of companies.")
    private boolean people;

    RuleEntity entity() {
        return people ? RuleEntity.PERSON : RuleEntity.COMPANY;
    }

    /// What a command that is about the same has after its name.
    String option() {
        return people ? " --people" : "";
    }
}
