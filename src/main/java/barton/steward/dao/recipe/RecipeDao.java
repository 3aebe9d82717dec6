package barton.steward.dao.recipe;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.dao.intake.PhoneDao;
import barton.steward.model.query.Selection;
import barton.steward.model.recipe.BatchSteps;
import barton.steward.model.recipe.Recipe;
import barton.steward.model.recipe.RecipeStep;
import barton.steward.model.recipe.StepResult;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Recipes, and what was done to batches.
public interface RecipeDao {
    /// All of them, by name.
    List<Recipe> all();

    /// The one of this name, whatever its letters' case.
    Optional<Recipe> named(String name);

    /// Saves it; in the place of another of its name, or not at all.
    /// @return whether it was saved
    boolean save(Recipe recipe, boolean replace);

    /// Whether it was there.
    boolean delete(String name);

    /// What was done to a batch and stands, in its order: how its first file was taken, corrections, and runs of rules.
    BatchSteps done(Entity entity, String batch);

    /// Which of the fields have a value in some row of the batch.
    Set<Field> filled(Entity entity, String batch, Set<Field> fields);

    /// Does the steps one after the other and takes all of it back, in one transaction: what would come of each. Rows that they would
    /// change are held meanwhile.
    List<StepResult> rehearse(Entity entity, String batch, List<RecipeStep> steps, String executor, Preparing preparing);

    /// What the program does before a step, in the transaction of the dry run.
    interface Preparing {
        /// @param namesToSplit the full names of rows that could be split
        /// @return the step with what only the program knows
        RecipeStep before(RecipeStep step, PhoneDao phones, Function<Selection, List<String>> namesToSplit);
    }
}
