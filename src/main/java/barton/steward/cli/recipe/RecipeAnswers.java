package barton.steward.cli.recipe;

import barton.steward.catalog.ColumnNames;
import barton.steward.catalog.Entity;
import barton.steward.cli.support.TextTable;
import barton.steward.model.Counted;
import barton.steward.model.recipe.Recipe;
import barton.steward.model.recipe.RecipeStep;
import barton.steward.model.recipe.StepResult;
import barton.steward.service.recipe.StepText;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Recipes and what came of them, for scripts and for people.
final class RecipeAnswers {
    private RecipeAnswers() {
    }

    record Recipes(List<Told> recipes) {
    }

    record Told(String name, String entity, List<String> steps, String savedBy) {
    }

    record Saved(Told recipe, long byHand, long unknown) {
    }

    record Ran(String recipe, String batch, boolean dryRun, List<Step> steps) {
    }

    record Step(String step, String outcome, long rows, List<String> missing, long action, String run) {
    }

    static Told told(Recipe recipe) {
        return new Told(recipe.name(), recipe.entity().word(),
                recipe.steps().stream().map(s -> StepText.of(recipe.entity(), s)).toList(), recipe.savedBy());
    }

    static Step told(Entity entity, StepResult result) {
        return new Step(StepText.of(entity, result.step()), result.outcome().name().toLowerCase(Locale.ROOT), result.rows(),
                result.missing(), result.action(), result.run() == null || result.run().isEmpty() ? null : result.run());
    }

    static String text(Recipe recipe) {
        return IntStream.range(0, recipe.steps().size())
                .mapToObj(i -> "%2d. %s".formatted(i + 1, StepText.of(recipe.entity(), recipe.steps().get(i))))
                .collect(Collectors.joining("\n"));
    }

    static String text(Entity entity, List<StepResult> results, boolean dryRun) {
        var table = new TextTable("", "STEP", dryRun ? "WOULD BE" : "CAME OF IT");
        for (StepResult result : results) {
            table.row(results.indexOf(result) + 1, StepText.of(entity, result.step()), came(entity, result));
        }
        return table + (dryRun ? "\nNothing was changed." : "");
    }

    private static String came(Entity entity, StepResult result) {
        return switch (result.outcome()) {
            case MISSING -> "left out: no value in " + result.missing().stream().map(c -> ColumnNames.of(entity.intake(), c))
                    .collect(Collectors.joining(", "));
            case STOPPED -> "stopped: rows were changed meanwhile";
            case NOTHING -> result.step() instanceof RecipeStep.Mapping ? "as before" : "nothing to do";
            case DONE -> result.step() instanceof RecipeStep.Check ? Counted.rows(result.rows()) + " failed"
                    : Counted.rows(result.rows()) + " changed" + (result.action() == 0 ? "" : " (action " + result.action() + ")");
        };
    }
}
