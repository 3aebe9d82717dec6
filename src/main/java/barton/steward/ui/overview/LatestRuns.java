package barton.steward.ui.overview;

import atlantafx.base.theme.Styles;
import barton.steward.catalog.StoredWords;
import barton.steward.catalog.Table;
import barton.steward.model.history.Run;
import barton.steward.model.query.Query;
import barton.steward.service.question.FigureQueries;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.controls.Bar;
import barton.steward.ui.support.Clock;
import barton.steward.ui.support.Dialogs;
import barton.steward.ui.support.Formats;
import barton.steward.ui.support.Messages;
import java.time.Instant;
import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The newest runs of the validation log, with how many of their records passed.
final class LatestRuns extends VBox {
    /// Of the columns, in percent.
    private static final double[] WIDTHS = {28, 34, 12, 13, 13};

    private final AppContext context;
    private final GridPane grid = new GridPane();

    LatestRuns(List<Run> runs, AppContext context) {
        this.context = context;
        setId("overview-latest-runs");
        getStyleClass().addAll("card", "latest-runs");
        var title = new Label(Messages.get("overview.latest"));
        title.getStyleClass().add(Styles.TITLE_4);
        var all = new Hyperlink(Messages.get("overview.latest.all"));
        all.setId("overview-all-runs");
        all.setOnAction(e -> context.open(Query.all(Table.LOG)));
        getChildren().add(title);
        if (runs.isEmpty()) {
            getChildren().add(Dialogs.paragraph(Messages.get("overview.latest.none")));
            return;
        }
        grid.getStyleClass().add("funnel-grid");
        for (double percent : WIDTHS) {
            var column = new ColumnConstraints();
            column.setPercentWidth(percent);
            grid.getColumnConstraints().add(column);
        }
        for (int i = 0; i < runs.size(); i++) {
            addRow(i, runs.get(i));
        }
        getChildren().addAll(grid, all);
    }

    private void addRow(int row, Run run) {
        var link = new Hyperlink(run.run());
        link.setId("run-" + run.run());
        link.setTooltip(new Tooltip(run.notes() == null ? Messages.get("overview.run.open") : StoredWords.of(Table.LOG, run.notes())));
        link.setOnAction(e -> context.open(FigureQueries.run(run.run())));
        var executor = new Label(run.executor() == null ? Messages.get("overview.run.nobody") : run.executor());
        grid.addRow(row, link, passed(run), failed(run), executor, time(run.executedAt()));
    }

    private static HBox passed(Run run) {
        long total = run.total() == null ? 0 : run.total();
        long passed = run.passed() == null ? 0 : run.passed();
        var text = new Label(Messages.get("overview.run.passed", passed, total));
        text.setId("run-" + run.run() + "-passed");
        text.getStyleClass().add("run-passed");
        var bar = new Bar(passed == 0 ? "bar-danger" : "bar-success", total == 0 ? 0 : (double) passed / total);
        HBox.setHgrow(bar, Priority.ALWAYS);
        var cell = new HBox(bar, text);
        cell.getStyleClass().add("funnel-cell");
        return cell;
    }

    private static Label failed(Run run) {
        var label = new Label();
        if (run.failed() != null && run.failed() > 0) {
            label.setText(Messages.get("overview.run.failed", run.failed()));
            label.setGraphic(new FontIcon(Feather.ALERT_TRIANGLE));
            label.getStyleClass().add(Styles.DANGER);
        }
        return label;
    }

    private static Label time(Instant at) {
        if (at == null) {
            return new Label(Messages.get("overview.run.nobody"));
        }
        var label = new Label();
        label.textProperty().bind(Clock.now().map(now -> Formats.age(at, now)));
        label.setTooltip(new Tooltip(Formats.exactTime(at)));
        label.getStyleClass().add(Styles.TEXT_MUTED);
        return label;
    }
}
