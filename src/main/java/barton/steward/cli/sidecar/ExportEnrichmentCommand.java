package barton.steward.cli.sidecar;

import barton.steward.cli.support.Answer;
import barton.steward.cli.support.OfPeople;
import barton.steward.cli.support.StewardCommand;
import barton.steward.model.Counted;
import barton.steward.service.Session;
import barton.steward.service.store.ObjectStore;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
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

    @ArgGroup(multiplicity = "1")
    private Where where;

    @Override
    public Integer call() {
        return steward.inSession(session -> where.out == null ? toStore(session) : toFile(session));
    }

    private Answer toFile(Session session) {
        var written = session.enrichment().export(of.entity(), batch, where.out);
        return Answer.done(written, "%s of batch %s written to %s%s.".formatted(
                Counted.of(written.records(), "failed record", "failed records"), batch, where.out, leftOut(written.rejected())));
    }

    private Answer toStore(Session session) {
        try (ObjectStore store = ObjectStore.at(where.to)) {
            var sent = session.enrichment().send(of.entity(), batch, store);
            String deed = sent.sent() ? "%s of batch %s put to %s%s." : "%s of batch %s: the same are at %s already%s.";
            return Answer.done(sent, deed.formatted(
                    Counted.of(sent.records(), "failed record", "failed records"), batch, sent.address(), leftOut(sent.rejected())));
        }
    }

    private static String leftOut(long rejected) {
        return rejected == 0 ? "" : "; %s left out".formatted(Counted.of(rejected, "that was rejected is", "that were rejected are"));
    }

    private static final class Where {
        @Option(names = "--out", paramLabel = "FILE", required = true,
                description = "The file to write; it appears only when it is whole.")
        private Path out;

        @Option(names = "--to", paramLabel = "ADDRESS", required = true, description = "Where to put the file: s3://bucket/prefix, by"
                + " the usual variables or profile of AWS, or a folder. It is named by the batch and"
                + " what it says, and nothing is written over.")
        private String to;
    }
}
