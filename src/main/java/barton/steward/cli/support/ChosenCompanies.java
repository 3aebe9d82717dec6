package barton.steward.cli.support;

import barton.steward.catalog.MasterFields;
import barton.steward.catalog.Table;
import barton.steward.model.StewardException;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Query;
import barton.steward.model.query.Selection;
import barton.steward.service.Session;
import java.util.HashSet;
import java.util.List;
import picocli.CommandLine.Option;

/// The companies of master that a command is about: one of the options.
public final class ChosenCompanies {
    @Option(names = "--company", paramLabel = "ID", split = ",", required = true,
            description = "The companies with these Barton IDs, separated by commas.")
    private List<String> companies;

    @Option(names = "--batch", paramLabel = "ID", required = true, description = "The companies that came with this batch.")
    private String batch;

    @Option(names = "--state", paramLabel = "STATE", required = true,
            description = "The companies whose address_state is this, however spelled.")
    private String state;

    public Selection selection(Session session) {
        if (companies != null) {
            return found(session, new Selection.Keys(Table.MASTER, new HashSet<>(companies)));
        }
        return found(session, Selection.all(Query.all(Table.MASTER).where(batch != null ? Condition.is(MasterFields.IMPORT_BATCH_ID, batch)
                : StateSpellings.of(session, Table.MASTER, MasterFields.ADDRESS_STATE, state))));
    }

    /// The rows, where there are as many as were named: a missing one is more likely a slip than a wish to do nothing.
    public static Selection found(Session session, Selection named) {
        long found = session.tables().count(named);
        if (found == 0 || named instanceof Selection.Keys some && found < some.keys().size()) {
            throw StewardException.refused("%s has %s; nothing was changed.".formatted(named.table().qualifiedName(), found == 0
                    ? "no such row" : "only %d of these rows".formatted(found)), "Check the ids, the batch or the state.");
        }
        return named;
    }
}
