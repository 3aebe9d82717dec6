package barton.steward.cli.importing;

import barton.steward.model.validation.Rule;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Takes enriched companies, or people, back into intake.
@Command(name = "enriched", description = "Take back a file of export-enrichment with its fields filled in, and check those records by"
        + " rules again. A record that was changed since is a conflict, and left alone.")
public final class ImportEnrichedCommand implements Callable<Integer> {
    @ParentCommand
    private ImportCommand parent;

    @Parameters(paramLabel = "FILE", description = "The enriched file.")
    private Path file;

    @Option(names = "--rules", paramLabel = "SET", defaultValue = Rule.STANDARD,
            description = "The set of rules. Default: ${DEFAULT-VALUE}.")
    private String rules;

    @Option(names = "--again", description = "Write it once more, also where the same file was taken already and what it says was"
            + " changed since.")
    private boolean again;

    @Option(names = "--all-or-nothing", description = "Take nothing where one record cannot be taken.")
    private boolean allOrNothing;

    @Option(names = "--dry-run", description = "Only tell what would be done.")
    private boolean dryRun;

    @Override
    public Integer call() {
        UUID request = UUID.randomUUID();
        return parent.steward().inSession(session -> ImportAnswer.of("records", dryRun, allOrNothing,
                (look, announced) -> session.enrichment().importRecords(file, rules, again, look, announced, request)));
    }
}
