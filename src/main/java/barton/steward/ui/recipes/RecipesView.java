package barton.steward.ui.recipes;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Table;
import barton.steward.model.recipe.Recipe;
import barton.steward.model.recipe.StepResult;
import barton.steward.model.recipe.StepResult.Outcome;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.ModalBox;
import barton.steward.ui.support.Nodes;
import barton.steward.ui.support.ProblemLine;
import barton.steward.ui.support.Shown;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// Saves what was done to a batch as a recipe, or does one to it: first is shown, step by step, what would come of it.
public final class RecipesView {
    private final AppContext context;
    private final Entity entity;
    private final String batch;
    private final RecipesViewModel model;
    private ModalBox box;

    private RecipesView(AppContext context, Entity entity, String batch) {
        this.context = context;
        this.entity = entity;
        this.batch = batch;
        this.model = new RecipesViewModel(context.session(), context.tasks(), entity, batch);
    }

    public static void open(AppContext context, Entity entity, String batch) {
        new RecipesView(context, entity, batch).show();
    }

    private void show() {
        var choice = new ComboBox<>(model.recipes());
        choice.setId("recipes-choice");
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setConverter(Shown.as(Recipe::name));
        choice.valueProperty().bindBidirectional(model.chosenProperty());
        Label state = Nodes.hint("");
        state.setId("recipes-state");
        state.textProperty().bind(Bindings.createStringBinding(this::state, model.readProperty(), model.chosenProperty(),
                model.resultsProperty(), model.problemProperty()));
        var steps = new ScrollPane();
        steps.setFitToWidth(true);
        steps.getStyleClass().add("recipes-scroll");
        steps.setAccessibleText(Messages.get("recipes.steps"));
        model.resultsProperty().subscribe(r -> steps.setContent(r == null ? null : new StepsPane(entity, r)));
        var content = new VBox(Nodes.labelled(Messages.get("recipes.choose"), choice), state,
                new ProblemLine("recipes-problem", model.problemProperty()), steps);
        content.getStyleClass().addAll("form", "recipes-form");
        box = new ModalBox("recipes", Messages.get("recipes.title", batch), content);
        box.button("recipes-save", Messages.get("recipes.save"), this::save);
        box.cancel(Messages.get("dialog.close"));
        Button run = box.action("recipes-run", Messages.get("recipes.run"), () -> {
            Recipe recipe = model.chosenProperty().get();
            box.close();
            run(recipe);
        });
        run.disableProperty().bind(model.resultsProperty().map(r -> r.stream().noneMatch(s -> s.outcome() == Outcome.DONE)).orElse(true));
        box.onClose(model::drop);
        context.dialogs().show(box);
        model.read();
    }

    private String state() {
        if (model.problemProperty().get() != null) {
            return "";
        }
        if (model.chosenProperty().get() == null) {
            return Messages.get(model.readProperty().get() ? "recipes.none" : "recipes.reading");
        }
        return Messages.get(model.resultsProperty().get() == null ? "recipes.trying" : "recipes.tried");
    }

    private void save() {
        box.close();
        context.dialogs().ask(Messages.get("recipes.save.title"), Messages.get("recipes.save.text", batch),
                Messages.get("recipes.save.name"), "", Messages.get("recipes.save.ok"), name -> context.tasks().save(
                        Messages.get("recipes.saving"), () -> context.session().recipes().save(name, entity, batch, false),
                        saved -> context.notices().say(Messages.get("recipes.saved", saved.name(), saved.steps().size()))));
    }

    private void run(Recipe recipe) {
        context.tasks().work(Messages.get("recipes.job", recipe.name(), batch), () -> context.session().recipes().run(recipe, batch),
                results -> ran(recipe, results));
    }

    private void ran(Recipe recipe, List<StepResult> results) {
        long done = results.stream().filter(r -> r.outcome() == Outcome.DONE).count();
        long missing = results.stream().filter(r -> r.outcome() == Outcome.MISSING).count();
        boolean stopped = results.stream().anyMatch(r -> r.outcome() == Outcome.STOPPED);
        context.notices().say(Messages.get(stopped ? "recipes.stopped" : "recipes.ran", recipe.name(), batch, done, missing),
                Messages.get("recipes.show"), () -> context.openBatch(entity, batch));
        context.changed(entity.intake(), Table.LOG);
    }
}
