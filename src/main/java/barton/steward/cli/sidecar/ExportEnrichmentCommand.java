package barton.steward.cli.sidecar;

import barton.steward.cli.support.Answer;
import barton.steward.cli.support.OfPeople;
import barton.steward.cli.support.StewardCommand;
import barton.steward.model.Counted;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Writes the companies, or people, of a batch that failed into a file for an agent.
@Command(name = "export-enrichment", description = "Write the records of a batch that failed into a JSON file, to be enriched and"
        + " taken back by `import enriched`.")
public final class ExportEnrichmentCommand implements Callable<Integer> {
    @ParentCommand
    private StewardCommand steward;

    @Option(names = "--batch", paramLabel = "ID", required = true, description = "The batch.")
    private String batch;

    @Mixin
    private OfPeople of;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The file to write; it appears only when it is whole.")
    private Path out;

    @Override
    public Integer call() {
        return steward.inSession(session -> {
            var written = session.enrichment().export(of.entity(), batch, out);
            return Answer.done(written, "%s of batch %s written to %s%s.".formatted(
                    Counted.of(written.records(), "failed record", "failed records"), batch, out,
                    written.rejected() == 0 ? "" : "; %s left out".formatted(
                            Counted.of(written.rejected(), "that was rejected is", "that were rejected are"))));
        });
    }
}
