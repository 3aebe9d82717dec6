package barton.steward.ui.start;

import atlantafx.base.theme.Styles;
import barton.steward.ui.support.Messages;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

/// What the window shows while its database starts: what is being done now, and what was done.
public final class StartView extends VBox {
    private final VBox lines = new VBox();

    public StartView() {
        setId("start");
        getStyleClass().add("state-pane");
        var title = new Label(Messages.get("app.title"));
        title.getStyleClass().add(Styles.TITLE_1);
        var bar = new ProgressBar();
        bar.setAccessibleText(Messages.get("start.title"));
        lines.setId("start-lines");
        lines.getStyleClass().add("start-lines");
        lines.setMaxWidth(USE_PREF_SIZE);
        getChildren().addAll(title, new Label(Messages.get("start.title")), bar, lines);
    }

    /// Adds a line, on the FX thread.
    public void say(String text) {
        if (!lines.getChildren().isEmpty()) {
            lines.getChildren().getLast().getStyleClass().add(Styles.TEXT_MUTED);
        }
        var line = new Label(text);
        line.setWrapText(true);
        lines.getChildren().add(line);
    }
}
