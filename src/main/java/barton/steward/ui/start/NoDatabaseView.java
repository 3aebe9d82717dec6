package barton.steward.ui.start;

import atlantafx.base.theme.Styles;
import barton.steward.model.StewardException;
import barton.steward.ui.support.ErrorPane;
import barton.steward.ui.support.Messages;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What the window shows while it has no database: why, and the ways on.
public final class NoDatabaseView extends VBox {
    /// @param useLocal null where the local database is the one that fails
    public NoDatabaseView(StewardException problem, Runnable retry, Runnable connect, Runnable useLocal) {
        setId("no-database");
        getStyleClass().add("state-pane");
        var title = new Label(Messages.get("nodatabase.title"));
        title.getStyleClass().add(Styles.TITLE_2);
        var buttons = new HBox();
        buttons.getStyleClass().add("state-buttons");
        Button again = button("no-database-retry", "error.retry", retry);
        again.setDefaultButton(true);
        again.getStyleClass().add(Styles.ACCENT);
        buttons.getChildren().addAll(again, button("no-database-connect", "nodatabase.connect", connect));
        if (useLocal != null) {
            buttons.getChildren().add(button("no-database-local", "nodatabase.local", useLocal));
        }
        getChildren().addAll(title, new ErrorPane(problem), buttons);
    }

    private static Button button(String id, String key, Runnable run) {
        var button = new Button(Messages.get(key));
        button.setId(id);
        button.setOnAction(e -> run.run());
        return button;
    }
}
