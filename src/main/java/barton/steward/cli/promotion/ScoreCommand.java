package barton.steward.cli.promotion;

import barton.steward.catalog.MasterFields;
import barton.steward.catalog.Table;
import barton.steward.cli.support.BulkAnswer;
import barton.steward.cli.support.StewardCommand;
import barton.steward.model.StewardException;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Query;
import barton.steward.model.query.Selection;
import barton.steward.service.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Computes the quality scores of companies in master.
@Command(name = "score", description = "Give companies in master that have no quality score theirs; with --all, compute every score anew.")
public final class ScoreCommand implements Callable<Integer> {
    @ParentCommand
    private StewardCommand steward;

    @Option(names = "--all", description = "Also those that have a score, where it would be another one now.")
    private boolean all;

    @Option(names = "--batch", paramLabel = "ID", description = "Only companies of this batch.")
    private String batch;

    @Option(names = "--dry-run", description = "Only tell how many companies would be changed.")
    private boolean dryRun;

    @Override
    public Integer call() {
        return steward.inSession(session -> BulkAnswer.of(dryRun, session.scores().score(!all), selection(session), "given their score"));
    }

    private Selection selection(Session session) {
        Query master = Query.all(Table.MASTER);
        if (batch == null) {
            return Selection.all(master);
        }
        Selection ofBatch = Selection.all(master.where(Condition.is(MasterFields.IMPORT_BATCH_ID, batch)));
        if (session.tables().count(ofBatch) == 0) {
            throw StewardException.refused("Master has no company of batch " + batch + "; nothing was changed.",
                    "`steward status` lists the batches.");
        }
        return ofBatch;
    }
}
