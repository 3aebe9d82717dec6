package barton.steward.ui.support;

import atlantafx.base.theme.Styles;
import barton.steward.model.StewardException;
import java.io.PrintWriter;
import java.io.StringWriter;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What happened, what to do next, and details on demand that can be copied.
public final class ErrorPane extends VBox {
    public ErrorPane(StewardException failure) {
        getStyleClass().add("error-pane");
        var icon = new FontIcon(Feather.ALERT_TRIANGLE);
        icon.getStyleClass().add("error-icon");
        Label message = Dialogs.paragraph(failure.getMessage());
        message.setId("error-message");
        message.getStyleClass().add(Styles.TEXT_BOLD);
        var head = new HBox(icon, message);
        head.getStyleClass().add("error-head");
        getChildren().add(head);
        if (!failure.advice().isBlank()) {
            Label advice = Dialogs.paragraph(failure.advice());
            advice.setId("error-advice");
            getChildren().add(advice);
        }
        getChildren().add(details(failure));
    }

    private static TitledPane details(StewardException failure) {
        String text = detailText(failure);
        var area = new TextArea(text);
        area.setId("error-details");
        area.setEditable(false);
        area.setPrefRowCount(8);
        area.setAccessibleText(Messages.get("error.details"));
        var copy = new Button(Messages.get("error.copy"), new FontIcon(Feather.COPY));
        copy.setId("error-copy");
        copy.setOnAction(e -> {
            var content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        });
        var content = new VBox(area, copy);
        content.getStyleClass().add("modal-content");
        var pane = new TitledPane(Messages.get("error.details"), content);
        pane.getStyleClass().add(Styles.DENSE);
        pane.setExpanded(false);
        pane.setAnimated(false);
        return pane;
    }

    private static String detailText(StewardException failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        return text.toString().replace("\t", "  ");
    }
}
