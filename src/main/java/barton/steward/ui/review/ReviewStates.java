package barton.steward.ui.review;

import atlantafx.base.theme.Styles;
import barton.steward.ui.support.ErrorPane;
import barton.steward.ui.support.Messages;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What stands where the record does while there is none: it is on its way, there was none, all were looked at, or the database is away.
final class ReviewStates extends StackPane {
    private final ReviewViewModel model;

    ReviewStates(ReviewViewModel model) {
        this.model = model;
        setId("review-state");
        visibleProperty().bind(model.phaseProperty().map(phase -> phase != ReviewViewModel.Phase.RECORD));
        model.phaseProperty().subscribe(this::show);
    }

    private void show(ReviewViewModel.Phase phase) {
        getChildren().setAll(switch (phase) {
            case LOADING -> pane(new ProgressIndicator(), Messages.get("review.loading"));
            case EMPTY -> ended(Feather.INBOX);
            case DONE -> ended(Feather.CHECK_CIRCLE);
            case FAILED -> new VBox(new ErrorPane(model.failure().cause()), new HBox(button("retry", model::retry)));
            case RECORD -> pane(icon(Feather.FILE), "");
        });
        getChildren().getFirst().getStyleClass().add("state-pane");
    }

    private VBox ended(Ikon sign) {
        VBox pane = pane(icon(sign), "", button("again", model::again));
        pane.getChildren().stream().filter(Label.class::isInstance).map(Label.class::cast).findFirst().orElseThrow().textProperty()
                .bind(model.endProperty());
        return pane;
    }

    private static VBox pane(Node sign, String text, Button... buttons) {
        var label = new Label(text);
        label.setId("review-state-text");
        label.setWrapText(true);
        label.getStyleClass().add("state-text");
        var line = new HBox(buttons);
        line.getStyleClass().add("state-buttons");
        return new VBox(sign, label, line);
    }

    private static FontIcon icon(Ikon code) {
        var icon = new FontIcon(code);
        icon.setIconSize(48);
        return icon;
    }

    private static Button button(String name, Runnable run) {
        var button = new Button(Messages.get("review." + name));
        button.setId("review-" + name);
        button.getStyleClass().add(Styles.ACCENT);
        button.setOnAction(e -> run.run());
        return button;
    }
}
