package barton.steward.cli.importing;

import barton.steward.cli.support.Answer;
import barton.steward.model.intake.ImportSummary;
import barton.steward.model.validation.Rule;
import barton.steward.service.Session;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
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

    @ArgGroup(multiplicity = "1")
    private Source source;

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
        return parent.steward().inSession(session -> source.from == null ? take(session, source.file)
                : new StoreAnswer(source.from, again).of(file -> look(session, file), file -> take(session, file)));
    }

    private Answer take(Session session, Path file) {
        UUID request = UUID.randomUUID();
        return ImportAnswer.of("records", dryRun, allOrNothing,
                (look, announced) -> session.enrichment().importRecords(file, rules, again, look, announced, request));
    }

    private ImportSummary look(Session session, Path file) {
        return session.enrichment().importRecords(file, rules, again, true, OptionalLong.empty(), UUID.randomUUID());
    }

    private static final class Source {
        @Parameters(paramLabel = "FILE", description = "The enriched file.")
        private Path file;

        @Option(names = "--from", paramLabel = "ADDRESS", required = true, description = "Take every enriched file that waits there:"
                + " s3://bucket/prefix, by the usual variables or profile of AWS, or a folder; or one file there. Files that were taken"
                + " before, and those that export-enrichment put there, are passed over.")
        private String from;
    }
}
