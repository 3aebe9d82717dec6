package barton.steward.cli.intake;

import barton.steward.catalog.Entity;
import barton.steward.cli.support.BulkAnswer;
import barton.steward.cli.support.IntakeSelection;
import barton.steward.cli.support.OfPeople;
import barton.steward.cli.support.StewardCommand;
import barton.steward.model.query.Selection;
import barton.steward.service.Session;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Gives rows of intake a batch.
@Command(name = "assign-batch", description = "Put companies, or people, of intake into a batch. Promoted rows are left alone.")
public final class AssignBatchCommand implements Callable<Integer> {
    @ParentCommand
    private StewardCommand steward;

    @Mixin
    private OfPeople of;

    @ArgGroup(multiplicity = "1")
    private Rows rows;

    @Option(names = "--batch", paramLabel = "ID", required = true, description = "The batch to put them into.")
    private String batch;

    @Option(names = "--dry-run", description = "Only tell how many rows would be changed.")
    private boolean dryRun;

    @Override
    public Integer call() {
        return steward.inSession(session -> BulkAnswer.of(dryRun, session.review().assignBatch(batch),
                rows.selection(session, of.entity()), "put into batch " + batch));
    }

    private static final class Rows {
        @Option(names = "--ids", paramLabel = "ID", split = ",", required = true,
                description = "The rows with these ids, separated by commas.")
        private List<Long> ids;

        @Option(names = "--state", paramLabel = "STATE", required = true,
                description = "The rows whose company_state (of people: state) is this, however it is spelled: WV, W. Va.")
        private String state;

        @Option(names = "--from-batch", paramLabel = "ID", required = true, description = "The rows of this batch.")
        private String fromBatch;

        @Option(names = "--no-batch", required = true, description = "The rows without a batch.")
        private boolean noBatch;

        private Selection selection(Session session, Entity entity) {
            if (noBatch) {
                return IntakeSelection.noBatch(entity);
            }
            if (ids != null) {
                return IntakeSelection.found(session, IntakeSelection.ids(entity, ids));
            }
            return IntakeSelection.found(session,
                    state != null ? IntakeSelection.state(session, entity, state) : IntakeSelection.batch(entity, fromBatch));
        }
    }
}
