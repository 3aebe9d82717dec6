package barton.steward.model.recipe;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.catalog.IntakeFields;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Query;
import barton.steward.model.query.Selection;
import barton.steward.model.validation.Fix;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Something that is done to a batch.
public sealed interface RecipeStep {
    /// How its file was taken: which header filled each column. It changes nothing, and tells which columns a file must have.
    record Mapping(Map<String, String> columns) implements RecipeStep {
        public Mapping {
            columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        }
    }

    /// A fix of a field in all rows of the batch that meet the conditions.
    record Correct(Field field, Fix fix, List<Condition> where) implements RecipeStep {
        public Correct {
            where = List.copyOf(where);
        }

        /// The rows of a batch that it is about.
        public Selection rows(Entity entity, String batch) {
            Query rows = Query.all(entity.intake()).where(Condition.is(IntakeFields.IMPORT_BATCH_ID, batch));
            for (Condition condition : where) {
                rows = rows.where(condition);
            }
            return Selection.all(rows);
        }
    }

    /// A run of a set of rules.
    record Check(String rules) implements RecipeStep {
    }
}
