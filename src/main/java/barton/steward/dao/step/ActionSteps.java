package barton.steward.dao.step;

import barton.steward.catalog.Field;
import barton.steward.catalog.FieldType;
import barton.steward.catalog.IntakeFields;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Filter;
import barton.steward.model.query.Selection;
import barton.steward.model.recipe.RecipeStep;
import barton.steward.model.validation.Fix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Keeps how a correction was done, so that it can be done to another batch.
public final class ActionSteps {
    private static final String KEEP = "INSERT INTO shq.action_step (action_id, step) VALUES (:action, :step::jsonb)";

    private ActionSteps() {
    }

    public static void keep(Handle handle, long action, Selection selection, Field field, Fix fix) {
        String step = conditions(selection, fix).map(where -> StepJson.write(new RecipeStep.Correct(field, fix, where))).orElse(null);
        handle.createUpdate(KEEP).bind("action", action).bind("step", step).execute();
    }

    /// What the rows of a batch had to meet; empty where they were chosen one by one, or by what holds for them alone. Spellings name the
    /// values that they are about, whichever rows were asked.
    private static Optional<List<Condition>> conditions(Selection selection, Fix fix) {
        if (fix instanceof Fix.Merge) {
            return Optional.of(List.of());
        }
        if (!(selection instanceof Selection.Matching(var query, var except)) || !except.isEmpty() || !query.search().isEmpty()) {
            return Optional.empty();
        }
        var where = new ArrayList<Condition>();
        for (Filter filter : query.conditions()) {
            if (!(filter instanceof Condition condition) || !isGeneral(condition)) {
                return Optional.empty();
            }
            if (!condition.field().equals(IntakeFields.IMPORT_BATCH_ID)) {
                where.add(condition);
            }
        }
        return Optional.of(where);
    }

    private static boolean isGeneral(Condition condition) {
        Field field = condition.field();
        return !field.equals(IntakeFields.ID) && field.type() != FieldType.TIMESTAMP && field.type() != FieldType.JSON
                && (!field.onlyAsked() || field.equals(IntakeFields.FINDING));
    }
}
