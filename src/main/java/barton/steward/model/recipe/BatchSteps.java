package barton.steward.model.recipe;

import java.util.List;

/// What was done to a batch and stands.
/// @param byHand  how many corrections were about rows that somebody chose one by one, which nobody wants done to other rows
/// @param unknown how many corrections are older than that it is kept how they were done
public record BatchSteps(List<RecipeStep> steps, long byHand, long unknown) {
    public BatchSteps {
        steps = List.copyOf(steps);
    }
}
