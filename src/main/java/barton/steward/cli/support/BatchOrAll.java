package barton.steward.cli.support;

import barton.steward.catalog.Entity;
import barton.steward.model.query.Query;
import barton.steward.model.query.Selection;
import barton.steward.service.Session;
import barton.steward.service.question.FigureQueries;
import picocli.CommandLine.Option;

/// The rows of intake that a command looks through: one of the options.
public final class BatchOrAll {
    @Option(names = "--batch", paramLabel = "ID", required = true, description = "The rows of this batch.")
    private String batch;

    @Option(names = "--all", required = true, description = "All of intake.")
    private boolean all;

    /// Null for all.
    public String batch() {
        return batch;
    }

    /// @throws barton.steward.model.StewardException of kind REFUSED where there are none
    public Query query(Session session, Entity entity) {
        Query rows = all ? Query.all(entity.intake()) : FigureQueries.imported(entity, batch);
        IntakeSelection.found(session, Selection.all(rows));
        return rows;
    }
}
