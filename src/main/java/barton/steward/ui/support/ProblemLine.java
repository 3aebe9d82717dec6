package barton.steward.ui.support;

import barton.steward.model.StewardException;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Says inside a form what went wrong and what to do; takes no room while all is well. A cancel is news, not a problem.
public final class ProblemLine extends HBox {
    private final Label message = Dialogs.paragraph("");
    private final Label advice = Dialogs.paragraph("");
    private final FontIcon icon = new FontIcon();

    /// @param id the node's id; the message is `id-message`, the advice `id-advice`
    public ProblemLine(String id, ObservableValue<StewardException> problem) {
        setId(id);
        getStyleClass().add("problem-line");
        message.setId(id + "-message");
        message.getStyleClass().add("problem-message");
        advice.setId(id + "-advice");
        var text = new VBox(message, advice);
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().addAll(icon, text);
        problem.addListener((o, old, now) -> show(now));
        show(problem.getValue());
    }

    private void show(StewardException problem) {
        setVisible(problem != null);
        setManaged(problem != null);
        if (problem != null) {
            boolean cancelled = problem.kind() == StewardException.Kind.CANCELLED;
            icon.setIconCode(cancelled ? Feather.INFO : Feather.ALERT_TRIANGLE);
            pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("news"), cancelled);
            message.setText(problem.getMessage());
            advice.setText(problem.advice());
            advice.setVisible(!problem.advice().isBlank());
            advice.setManaged(!problem.advice().isBlank());
        }
    }
}
