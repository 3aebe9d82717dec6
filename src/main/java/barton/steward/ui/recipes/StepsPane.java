package barton.steward.ui.recipes;

import barton.steward.catalog.ColumnNames;
import barton.steward.catalog.Entity;
import barton.steward.catalog.Table;
import barton.steward.config.Visible;
import barton.steward.model.recipe.RecipeStep;
import barton.steward.model.recipe.StepResult;
import barton.steward.service.recipe.StepText;
import barton.steward.ui.support.Messages;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// Steps with what would come of them.
final class StepsPane extends GridPane {
    StepsPane(Entity entity, List<StepResult> results) {
        setId("recipes-steps");
        getStyleClass().add("fix-samples");
        var texts = new ColumnConstraints();
        texts.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(new ColumnConstraints(), texts, new ColumnConstraints());
        for (int i = 0; i < results.size(); i++) {
            var text = new Label(Visible.lines(StepText.of(entity, results.get(i).step())));
            text.setWrapText(true);
            var came = new Label(came(entity.intake(), results.get(i)));
            came.setId("recipes-step-" + i);
            came.setMinWidth(Label.USE_PREF_SIZE);
            addRow(i, new Label(Messages.get("recipes.number", i + 1)), text, came);
        }
    }

    private static String came(Table table, StepResult result) {
        return switch (result.outcome()) {
            case MISSING -> Messages.get("recipes.missing", result.missing().stream()
                    .map(c -> ColumnNames.of(table, c)).collect(Collectors.joining(", ")));
            case DONE -> Messages.get(result.step() instanceof RecipeStep.Check ? "recipes.fail" : "recipes.change", result.rows());
            case NOTHING, STOPPED -> Messages.get("recipes.nothing");
        };
    }
}
