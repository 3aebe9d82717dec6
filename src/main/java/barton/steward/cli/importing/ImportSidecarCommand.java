package barton.steward.cli.importing;

import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Takes sidecars of companies or people from a file.
@Command(name = "sidecar", description = "Take sidecars of companies (company_unique_id) or of people (person_unique_id) from a JSON or CSV"
        + " file or an Excel workbook. What a record gives is set; a sidecar that was changed since the file was made is left alone.")
public final class ImportSidecarCommand implements Callable<Integer> {
    @ParentCommand
    private ImportCommand parent;

    @Parameters(paramLabel = "FILE",
            description = "The file: a JSON array of objects, or CSV or a workbook with a header, by the names of columns.")
    private Path file;

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
        return parent.steward().inSession(session -> ImportAnswer.of("sidecars", dryRun, allOrNothing,
                (look, announced) -> session.sidecars().importRecords(file, again, look, announced, request)));
    }
}
