package barton.steward.cli.support;

import barton.steward.catalog.Entity;
import barton.steward.catalog.IntakeFields;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Query;
import barton.steward.model.query.Selection;
import barton.steward.model.validation.Rule;
import barton.steward.service.Session;
import java.util.List;
import picocli.CommandLine.Option;

/// The rows of intake that a command is about: one of the options.
public final class ChosenRows {
    @Option(names = "--batch", paramLabel = "ID", required = true, description = "The rows of this batch.")
    private String batch;

    @Option(names = "--ids", paramLabel = "ID", split = ",", required = true,
            description = "The rows with these ids, separated by commas.")
    private List<Long> ids;

    @Option(names = "--state", paramLabel = "STATE", required = true,
            description = "The rows whose company_state (of people: state) is this, however it is spelled: WV, W. Va.")
    private String state;

    /// @param rule only rows that broke this rule; null for all
    public Selection selection(Session session, Entity entity, String rule) {
        Selection named = selection(session, entity);
        if (rule == null) {
            return named;
        }
        Query rows = named instanceof Selection.Matching matching ? matching.query()
                : Query.all(entity.intake()).where(Condition.oneOf(IntakeFields.ID, ids));
        return IntakeSelection.found(session, Selection.all(rows.where(Rule.broken(rule))));
    }

    public Selection selection(Session session, Entity entity) {
        if (ids != null) {
            return IntakeSelection.found(session, IntakeSelection.ids(entity, ids));
        }
        return IntakeSelection.found(session,
                batch != null ? IntakeSelection.batch(entity, batch) : IntakeSelection.state(session, entity, state));
    }
}
