package barton.steward.ui.table;

import atlantafx.base.theme.Styles;
import barton.steward.model.StewardException.Kind;
import barton.steward.model.query.Query;
import barton.steward.ui.support.ErrorPane;
import barton.steward.ui.support.Failure;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Sentences;
import barton.steward.ui.task.Delay;
import barton.steward.ui.virtual.RowList;
import barton.steward.ui.virtual.RowsTable;
import barton.steward.ui.virtual.RowsViewModel;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A table with what is shown over it while rows are on their way, where there are none, and where they could not be read.
final class TableStates extends StackPane {
    private static final Duration PATIENCE = Duration.millis(200);

    private final RowsViewModel model;
    private final Node emptyAction;
    private final StackPane over = new StackPane();
    private final ProgressBar progress = new ProgressBar();
    private final Delay patience;

    /// @param emptyAction offered where the table has no rows at all, or null
    TableStates(RowsViewModel model, RowsTable table, Node emptyAction) {
        this.model = model;
        this.emptyAction = emptyAction;
        progress.getStyleClass().add("loading-line");
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.setVisible(false);
        progress.setAccessibleText(Messages.get("rows.loading"));
        StackPane.setAlignment(progress, Pos.TOP_CENTER);
        over.getStyleClass().add("table-state");
        getChildren().addAll(table, over, progress);
        this.patience = model.tasks().delay(PATIENCE, () -> progress.setVisible(model.rows().loadingProperty().get()));
        RowList rows = model.rows();
        rows.loadingProperty().addListener(o -> show());
        rows.failureProperty().addListener(o -> show());
        rows.countProperty().addListener(o -> show());
        rows.queryProperty().addListener(o -> show());
        show();
    }

    private void show() {
        RowList rows = model.rows();
        boolean loading = rows.loadingProperty().get();
        if (loading) {
            patience.restart();
        } else {
            patience.stop();
            progress.setVisible(false);
        }
        Failure failure = rows.failureProperty().get();
        boolean away = failure != null && failure.cause().kind() == Kind.NO_DATABASE;
        Node content = away ? rows.isEmpty() ? box(Feather.CLOUD_OFF, Messages.get("rows.away"), null) : null
                : failure != null ? failed(failure) : rows.query() != null && rows.isEmpty() && !loading ? empty(rows.query()) : null;
        over.getChildren().setAll(content == null ? java.util.List.of() : java.util.List.of(content));
        over.setVisible(content != null);
    }

    private Node failed(Failure failure) {
        var retry = new Button(Messages.get("error.retry"), new FontIcon(Feather.REFRESH_CW));
        retry.setId("rows-retry");
        retry.getStyleClass().add(Styles.ACCENT);
        retry.setOnAction(e -> failure.retry().run());
        var box = new VBox(new ErrorPane(failure.cause()), retry);
        box.setId("rows-error");
        box.getStyleClass().addAll("state-box", "state-error");
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        return box;
    }

    private Node empty(Query query) {
        boolean filtered = !query.conditions().isEmpty() || !query.search().isEmpty();
        if (!filtered) {
            return box(Feather.INBOX, Messages.get("empty." + query.table().name()), emptyAction);
        }
        var clear = new Button(Messages.get("empty.clear"));
        clear.setId("empty-clear");
        clear.setOnAction(e -> model.clear());
        return box(Feather.SEARCH, Messages.get("empty.filtered", Sentences.of(query)), clear);
    }

    private static VBox box(Ikon icon, String text, Node action) {
        var label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add("state-text");
        var box = new VBox(new FontIcon(icon), label);
        box.setId("rows-empty");
        box.getStyleClass().add("state-box");
        if (action != null) {
            box.getChildren().add(action);
        }
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        return box;
    }
}
