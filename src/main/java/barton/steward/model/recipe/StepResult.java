package barton.steward.model.recipe;

import java.util.List;

/// What came of a step, or would.
/// @param rows    how many rows it changed; of a run of rules how many failed
/// @param missing the columns that the batch does not have, for which it was left out
/// @param action  the action that it is, 0 where it changed nothing or is only tried
/// @param run     the run of rules that it is; null for none
public record StepResult(RecipeStep step, Outcome outcome, long rows, List<String> missing, long action, String run) {
    public StepResult {
        missing = List.copyOf(missing);
    }

    /// What became of it. After STOPPED, where somebody changed rows meanwhile, no further step is done.
    public enum Outcome { DONE, NOTHING, MISSING, STOPPED }

    public static StepResult of(RecipeStep step, long rows, long action, String run) {
        return new StepResult(step, rows == 0 && run == null ? Outcome.NOTHING : Outcome.DONE, rows, List.of(), action, run);
    }

    public static StepResult missing(RecipeStep step, List<String> columns) {
        return new StepResult(step, Outcome.MISSING, 0, columns, 0, null);
    }
}
