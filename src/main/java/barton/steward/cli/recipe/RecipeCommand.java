package barton.steward.cli.recipe;

import barton.steward.cli.support.Answer;
import barton.steward.cli.support.IntakeSelection;
import barton.steward.cli.support.OfPeople;
import barton.steward.cli.support.StewardCommand;
import barton.steward.cli.support.TextTable;
import barton.steward.model.Counted;
import barton.steward.model.StewardException;
import barton.steward.model.recipe.BatchSteps;
import barton.steward.model.recipe.Recipe;
import barton.steward.model.recipe.StepResult;
import barton.steward.service.recipe.RecipeFile;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// What was done to a batch, under a name, to be done to the next.
@Command(name = "recipe", description = "Save what was done to a batch under a name, and do it to the next one, step by step.")
public final class RecipeCommand implements Runnable {
    @ParentCommand
    private StewardCommand steward;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: list, show, save, run, export, import or remove");
    }

    @Command(name = "list", description = "List the recipes.")
    int list() {
        return steward.inSession(session -> {
            List<Recipe> all = session.recipes().all();
            var table = new TextTable("RECIPE", "OF", "STEPS", "SAVED BY");
            all.forEach(r -> table.row(r.name(), r.entity().plural(), r.steps().size(), r.savedBy()));
            return Answer.done(new RecipeAnswers.Recipes(all.stream().map(RecipeAnswers::told).toList()),
                    all.isEmpty() ? "There is no recipe yet. `steward recipe save NAME --batch ID` saves what was done to a batch."
                            : table.toString());
        });
    }

    @Command(name = "show", description = "Tell the steps of a recipe.")
    int show(@Parameters(paramLabel = "NAME", description = "The recipe.") String name) {
        return steward.inSession(session -> {
            Recipe recipe = session.recipes().named(name);
            return Answer.done(RecipeAnswers.told(recipe), RecipeAnswers.text(recipe));
        });
    }

    @Command(name = "save", description = "Save what was done to a batch: how its file was taken, corrections of whole classes of rows,"
            + " merged spellings, runs of rules. What was undone, or done to rows chosen one by one, is left out.")
    int save(@Parameters(paramLabel = "NAME", description = "What it is called.") String name,
             @Option(names = "--batch", paramLabel = "ID", required = true, description = "The batch.") String batch,
             @Option(names = "--replace", description = "In the place of the recipe that has the name.") boolean replace,
             @Mixin OfPeople of) {
        return steward.inSession(session -> {
            IntakeSelection.found(session, IntakeSelection.batch(of.entity(), batch));
            BatchSteps done = session.recipes().done(of.entity(), batch);
            Recipe recipe = session.recipes().save(name, of.entity(), batch, replace);
            return Answer.done(new RecipeAnswers.Saved(RecipeAnswers.told(recipe), done.byHand(), done.unknown()),
                    "Saved “" + recipe.name() + "”.\n" + RecipeAnswers.text(recipe) + left(done));
        });
    }

    private static String left(BatchSteps done) {
        return (done.byHand() == 0 ? "" : "\nLeft out: " + Counted.of(done.byHand(), "correction", "corrections")
                + " of rows that were chosen one by one.")
                + (done.unknown() == 0 ? "" : "\nLeft out: " + Counted.of(done.unknown(), "correction", "corrections")
                + " of which it was not kept how it was done.");
    }

    @Command(name = "run", description = "Do the steps of a recipe to a batch, each an action of its own. A step whose column the batch"
            + " does not have is named and left out.")
    int run(@Parameters(paramLabel = "NAME", description = "The recipe.") String name,
            @Option(names = "--batch", paramLabel = "ID", required = true, description = "The batch.") String batch,
            @Option(names = "--dry-run", description = "Only tell what would come of each step, one after the other.") boolean dryRun) {
        return steward.inSession(session -> {
            Recipe recipe = session.recipes().named(name);
            IntakeSelection.found(session, IntakeSelection.batch(recipe.entity(), batch));
            List<StepResult> results = dryRun ? session.recipes().attempt(recipe, batch) : session.recipes().run(recipe, batch);
            Object json = new RecipeAnswers.Ran(recipe.name(), batch, dryRun,
                    results.stream().map(r -> RecipeAnswers.told(recipe.entity(), r)).toList());
            String text = RecipeAnswers.text(recipe.entity(), results, dryRun);
            return results.getLast().outcome() != StepResult.Outcome.STOPPED ? Answer.done(json, text) : Answer.wrong(json, text,
                    List.of("steward: Somebody changed rows meanwhile, so that the steps from here on were not done. Run it again."));
        });
    }

    @Command(name = "export", description = "Write a recipe into a JSON file.")
    int export(@Parameters(paramLabel = "NAME", description = "The recipe.") String name,
               @Option(names = "--out", paramLabel = "FILE", required = true, description = "The file.") Path out,
               @Option(names = "--replace", description = "In the place of a file that is there.") boolean replace) {
        return steward.inSession(session -> {
            Recipe recipe = session.recipes().named(name);
            RecipeFile.write(recipe, out, replace);
            return Answer.done(RecipeAnswers.told(recipe), "Wrote “" + recipe.name() + "” into " + out + ".");
        });
    }

    @Command(name = "import", description = "Save the recipe of a JSON file.")
    int importing(@Parameters(paramLabel = "FILE", description = "The file, as `recipe export` writes it.") Path file,
                  @Option(names = "--name", paramLabel = "NAME", description = "Another name than the file says.") String name,
                  @Option(names = "--replace", description = "In the place of the recipe that has the name.") boolean replace) {
        return steward.inSession(session -> {
            Recipe read = RecipeFile.read(file);
            Recipe saved = session.recipes().save(new Recipe(name == null ? read.name() : name, read.entity(), read.steps(), null, null),
                    replace);
            return Answer.done(RecipeAnswers.told(saved), "Saved “" + saved.name() + "”.\n" + RecipeAnswers.text(saved));
        });
    }

    @Command(name = "remove", description = "Remove a recipe. What it did stays.")
    int remove(@Parameters(paramLabel = "NAME", description = "The recipe.") String name) {
        return steward.inSession(session -> {
            Recipe recipe = session.recipes().named(name);
            if (!session.recipes().remove(name)) {
                throw StewardException.refused("There is no recipe “" + name + "” any more.", "");
            }
            return Answer.done(RecipeAnswers.told(recipe), "Removed “" + recipe.name() + "”.");
        });
    }
}
