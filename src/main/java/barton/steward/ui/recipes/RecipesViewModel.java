package barton.steward.ui.recipes;

import barton.steward.catalog.Entity;
import barton.steward.model.StewardException;
import barton.steward.model.recipe.Recipe;
import barton.steward.model.recipe.StepResult;
import barton.steward.service.Session;
import barton.steward.ui.support.Messages;
import barton.steward.ui.task.Channel;
import barton.steward.ui.task.Tasks;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The recipes for a batch, and what would come of the steps of the chosen one, or came.
final class RecipesViewModel {
    private final Session session;
    private final Tasks tasks;
    private final Entity entity;
    private final String batch;
    private final Channel reading;
    private final Channel trying;
    private final ObservableList<Recipe> recipes = FXCollections.observableArrayList();
    private final ObjectProperty<Recipe> chosen = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<List<StepResult>> results = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<StewardException> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper read = new ReadOnlyBooleanWrapper();

    RecipesViewModel(Session session, Tasks tasks, Entity entity, String batch) {
        this.session = session;
        this.tasks = tasks;
        this.entity = entity;
        this.batch = batch;
        this.reading = tasks.channel();
        this.trying = tasks.channel();
        chosen.addListener((o, was, now) -> attempt());
    }

    /// Those for such records, by name.
    ObservableList<Recipe> recipes() {
        return recipes;
    }

    ObjectProperty<Recipe> chosenProperty() {
        return chosen;
    }

    /// What would come of each step of the chosen one; null while it is not known.
    ReadOnlyObjectProperty<List<StepResult>> resultsProperty() {
        return results.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<StewardException> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Whether it is known which recipes there are.
    ReadOnlyBooleanProperty readProperty() {
        return read.getReadOnlyProperty();
    }

    /// Reads which there are, and tries the first.
    void read() {
        reading.run(Messages.get("recipes.reading"), () -> session.recipes().all().stream().filter(r -> r.entity() == entity).toList(),
                found -> {
                    recipes.setAll(found);
                    read.set(true);
                    chosen.set(found.isEmpty() ? null : found.getFirst());
                }, failure -> problem.set(failure.cause()));
    }

    /// It is not wanted any more.
    void drop() {
        reading.drop();
        trying.drop();
    }

    private void attempt() {
        results.set(null);
        problem.set(null);
        trying.drop();
        Recipe recipe = chosen.get();
        if (recipe != null) {
            trying.run(Messages.get("recipes.trying"), () -> session.recipes().attempt(recipe, batch), results::set,
                    failure -> problem.set(failure.cause()));
        }
    }
}
