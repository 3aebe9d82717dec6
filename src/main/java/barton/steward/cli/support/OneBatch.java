package barton.steward.cli.support;

import barton.steward.catalog.Entity;
import barton.steward.service.Session;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The batch of intake whose rows a command takes away, and whether it only tells which.
public final class OneBatch {
    @Option(names = "--batch", paramLabel = "ID", required = true, description = "The batch.")
    private String name;

    @Mixin
    private OfPeople of;

    @Option(names = "--dry-run", description = "Only tell what would go and what would stay.")
    private boolean dryRun;

    public String name() {
        return name;
    }

    public boolean dryRun() {
        return dryRun;
    }

    /// What its rows are.
    /// @throws barton.steward.model.StewardException of kind REFUSED where there are none
    public Entity entity(Session session) {
        IntakeSelection.found(session, IntakeSelection.batch(of.entity(), name));
        return of.entity();
    }
}
