package barton.steward.model.recipe;

import barton.steward.catalog.Entity;
import java.time.Instant;
import java.util.List;

/// What is done to batches of one source, step by step.
/// @param savedBy who saved it, and when; null for one that is not saved
public record Recipe(String name, Entity entity, List<RecipeStep> steps, String savedBy, Instant savedAt) {
    public Recipe {
        steps = List.copyOf(steps);
    }
}
