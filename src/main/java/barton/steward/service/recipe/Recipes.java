package barton.steward.service.recipe;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.dao.recipe.RecipeDao;
import barton.steward.model.StewardException;
import barton.steward.model.history.BulkResult;
import barton.steward.model.query.Selection;
import barton.steward.model.recipe.BatchSteps;
import barton.steward.model.recipe.Recipe;
import barton.steward.model.recipe.RecipeStep;
import barton.steward.model.recipe.StepResult;
import barton.steward.model.recipe.StepResult.Outcome;
import barton.steward.model.validation.Fix;
import barton.steward.model.validation.ValidationResult;
import barton.steward.service.change.BulkChange;
import barton.steward.service.intake.Phones;
import barton.steward.service.intake.PreparedFix;
import barton.steward.service.intake.Review;
import barton.steward.service.validation.Validation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Does to a batch what was done to another: recipes are saved from what was done, tried without writing, and run step by step, each step
/// an action of its own that can be undone.
public final class Recipes {
    private final RecipeDao dao;
    private final Review review;
    private final Validation validation;
    private final String executor;

    public Recipes(RecipeDao dao, Review review, Validation validation, String executor) {
        this.dao = dao;
        this.review = review;
        this.validation = validation;
        this.executor = executor;
    }

    /// All of them, by name.
    public List<Recipe> all() {
        return dao.all();
    }

    /// @throws StewardException of kind REFUSED where there is none
    public Recipe named(String name) {
        return dao.named(name).orElseThrow(() -> StewardException.refused("There is no recipe “" + name + "”.",
                "`steward recipe list` shows them."));
    }

    /// What was done to a batch and stands.
    public BatchSteps done(Entity entity, String batch) {
        return dao.done(entity, batch);
    }

    /// Saves what was done to a batch.
    /// @throws StewardException of kind REFUSED where nothing was done that can be done again, or another recipe has the name
    public Recipe save(String name, Entity entity, String batch, boolean replace) {
        List<RecipeStep> steps = done(entity, batch).steps();
        if (steps.stream().allMatch(RecipeStep.Mapping.class::isInstance)) {
            throw StewardException.refused("Nothing was done to batch " + batch + " of " + entity.plural() + " that can be done again;"
                    + " nothing was saved.", "Corrections of a whole class of rows, merged spellings and runs of rules can be.");
        }
        return save(new Recipe(name.strip(), entity, steps, executor, null), replace);
    }

    /// Saves a recipe under its name.
    /// @throws StewardException of kind REFUSED where another one has the name, or that is none
    public Recipe save(Recipe recipe, boolean replace) {
        if (recipe.name().isBlank() || recipe.name().length() > 100 || recipe.name().chars().anyMatch(Character::isISOControl)) {
            throw StewardException.refused("A recipe needs a name of one line, of at most 100 characters; nothing was saved.", "");
        }
        if (!dao.save(new Recipe(recipe.name().strip(), recipe.entity(), recipe.steps(), executor, null), replace)) {
            throw StewardException.refused("There is a recipe “" + recipe.name() + "” already; nothing was saved.",
                    "Give it another name, or replace it (`--replace`).");
        }
        return named(recipe.name());
    }

    /// Whether it was there.
    public boolean remove(String name) {
        return dao.delete(name);
    }

    /// What would come of each step, one after the other; nothing is written.
    public List<StepResult> attempt(Recipe recipe, String batch) {
        Map<RecipeStep, List<String>> missing = missing(recipe, batch);
        List<RecipeStep> possible = recipe.steps().stream().filter(s -> missing.get(s).isEmpty()).toList();
        var tried = new ArrayList<>(dao.rehearse(recipe.entity(), batch, possible, executor,
                (step, phones, names) -> prepared(recipe.entity(), batch, step, new Phones(phones, executor), names)));
        return recipe.steps().stream().map(s -> missing.get(s).isEmpty() ? tried.removeFirst() : StepResult.missing(s, missing.get(s)))
                .toList();
    }

    private static RecipeStep prepared(Entity entity, String batch, RecipeStep step, Phones phones,
            Function<Selection, List<String>> namesToSplit) {
        if (step instanceof RecipeStep.Check) {
            phones.prepare(entity, batch);
        }
        return step instanceof RecipeStep.Correct correct ? new RecipeStep.Correct(correct.field(), PreparedFix.of(
                correct.rows(entity, batch), correct.field(), correct.fix(), phones, namesToSplit), correct.where()) : step;
    }

    /// Does each step that can be done. Where somebody changes rows meanwhile it stops; what is done stands.
    public List<StepResult> run(Recipe recipe, String batch) {
        Map<RecipeStep, List<String>> missing = missing(recipe, batch);
        var results = new ArrayList<StepResult>();
        for (RecipeStep step : recipe.steps()) {
            results.add(missing.get(step).isEmpty() ? perform(recipe.entity(), batch, step) : StepResult.missing(step, missing.get(step)));
            if (results.getLast().outcome() == Outcome.STOPPED) {
                break;
            }
        }
        return results;
    }

    private StepResult perform(Entity entity, String batch, RecipeStep step) {
        return switch (step) {
            case RecipeStep.Mapping _ -> StepResult.of(step, 0, 0, null);
            case RecipeStep.Check(var rules) -> {
                ValidationResult result = validation.validate(entity, batch, rules);
                yield StepResult.of(step, result.failed(), 0, result.run());
            }
            case RecipeStep.Correct correct -> {
                Selection rows = correct.rows(entity, batch);
                BulkChange change = review.fix(correct.field(), correct.fix());
                yield switch (change.perform(rows, change.reach(rows))) {
                    case BulkResult.Done done -> StepResult.of(step, done.changed(), done.actionId(), null);
                    case BulkResult.CountDiffers _ -> new StepResult(step, Outcome.STOPPED, 0, List.of(), 0, null);
                };
            }
        };
    }

    /// Of each step the columns that it needs and that have no value in the batch.
    private Map<RecipeStep, List<String>> missing(Recipe recipe, String batch) {
        if (recipe.steps().isEmpty()) {
            return Map.of();
        }
        var needed = new LinkedHashMap<RecipeStep, Set<Field>>();
        recipe.steps().forEach(step -> needed.put(step, needed(recipe.entity(), step)));
        var all = new LinkedHashSet<Field>();
        needed.values().forEach(all::addAll);
        Set<Field> filled = dao.filled(recipe.entity(), batch, all);
        var missing = new LinkedHashMap<RecipeStep, List<String>>();
        needed.forEach((step, fields) -> missing.put(step, fields.stream().filter(f -> !filled.contains(f)).map(Field::name).toList()));
        return missing;
    }

    private static Set<Field> needed(Entity entity, RecipeStep step) {
        return switch (step) {
            case RecipeStep.Check _ -> Set.of();
            case RecipeStep.Mapping(var columns) -> new LinkedHashSet<>(columns.keySet().stream()
                    .flatMap(c -> entity.intake().field(c).stream()).toList());
            case RecipeStep.Correct(var _, Fix.SetValue _, var _) -> Set.of();
            case RecipeStep.Correct(var _, Fix.FillState _, var _) -> Set.of(entity.state());
            case RecipeStep.Correct(var field, Fix.From(var other, var _), var _) -> Set.of(entity.intake().field(other).orElse(field));
            case RecipeStep.Correct(var field, var _, var _) -> Set.of(field);
        };
    }
}
