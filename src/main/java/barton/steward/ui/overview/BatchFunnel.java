package barton.steward.ui.overview;

import atlantafx.base.theme.Styles;
import barton.steward.catalog.Entity;
import barton.steward.config.Visible;
import barton.steward.model.intake.BatchCounts;
import barton.steward.model.query.Query;
import barton.steward.service.question.FigureQueries;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.controls.Bar;
import barton.steward.ui.controls.Figure;
import barton.steward.ui.overview.OverviewViewModel.Figures;
import barton.steward.ui.support.Messages;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The batches as rows of one funnel: from imported over validated and failed to promoted.
final class BatchFunnel extends VBox {
    /// As many batches are shown at a time.
    private static final int STEP = 20;
    private static final List<String> STAGES = List.of("imported", "validated", "failed", "promoted");

    private final Figures figures;
    private final AppContext context;
    private final GridPane grid = new GridPane();
    private final Hyperlink more = new Hyperlink();
    private int shown;

    BatchFunnel(Figures figures, AppContext context) {
        this.figures = figures;
        this.context = context;
        getStyleClass().addAll("card", "funnel");
        var title = new Label(Messages.get("overview.batches", figures.batches().size()));
        title.getStyleClass().add(Styles.TITLE_4);
        grid.getStyleClass().add("funnel-grid");
        grid.getColumnConstraints().add(column(20, HPos.LEFT));
        STAGES.forEach(stage -> grid.getColumnConstraints().add(column(15, HPos.LEFT)));
        grid.getColumnConstraints().add(column(8, HPos.LEFT));
        grid.getColumnConstraints().add(column(12, HPos.RIGHT));
        grid.add(heading("batch"), 0, 0);
        for (int i = 0; i < STAGES.size(); i++) {
            grid.add(heading(STAGES.get(i)), i + 1, 0);
        }
        grid.add(heading("logged"), STAGES.size() + 1, 0);
        more.setId("overview-more-batches");
        more.setOnAction(e -> showMore());
        getChildren().addAll(title, grid, more);
        showMore();
    }

    private void showMore() {
        int to = Math.min(shown + STEP, figures.batches().size());
        for (; shown < to; shown++) {
            addRow(shown + 1, figures.batches().get(shown));
        }
        int left = figures.batches().size() - shown;
        more.setText(Messages.get("overview.batches.more", left));
        more.setVisible(left > 0);
        more.setManaged(left > 0);
    }

    private void addRow(int row, BatchCounts batch) {
        String name = batch.batch() == null ? Messages.get("overview.batch.none") : batch.batch();
        var link = new Hyperlink(Visible.value(name));
        link.setId("batch-" + name);
        link.getStyleClass().add("batch-link");
        link.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        link.setTooltip(new Tooltip(Messages.get("overview.batch.open", name)));
        link.setOnAction(e -> open(batch.batch()));
        grid.add(link, 0, row);
        double own = Math.max(1, batch.imported());
        grid.add(stage(name, "imported", batch.imported(), figures.largestBatch(), "bar-neutral", FigureQueries.imported(batch.batch())),
                1, row);
        grid.add(stage(name, "validated", batch.validated(), own, "bar-accent", FigureQueries.validated(batch.batch())), 2, row);
        grid.add(stage(name, "failed", batch.failed(), own, "bar-danger", FigureQueries.failed(batch.batch())), 3, row);
        grid.add(stage(name, "promoted", batch.promoted(), own, "bar-success", FigureQueries.promoted(batch.batch())), 4, row);
        if (batch.batch() != null) {
            long logged = figures.logged().getOrDefault(name, 0L);
            grid.add(new Figure("batch-" + name + "-logged", logged, Messages.get("overview.batch.logged", name, logged),
                    () -> context.open(FigureQueries.promotions(name))), 5, row);
        }
        if (figures.promotable().contains(batch.batch())) {
            grid.add(promote(name), 6, row);
        }
    }

    private void open(String batch) {
        if (batch == null) {
            context.open(FigureQueries.imported(null));
        } else {
            context.openBatch(Entity.COMPANY, batch);
        }
    }

    private Node stage(String batch, String stage, long count, double of, String kind, Query query) {
        var figure = new Figure("batch-" + batch + "-" + stage, count, Messages.get("overview.batch." + stage, batch, count),
                () -> context.open(query));
        var bar = new Bar(kind, count / of);
        HBox.setHgrow(bar, Priority.ALWAYS);
        var cell = new HBox(figure, bar);
        cell.getStyleClass().add("funnel-cell");
        return cell;
    }

    private Node promote(String batch) {
        var button = new Button(Messages.get("overview.batch.promote"));
        button.setId("batch-" + batch + "-promote");
        button.getStyleClass().add(Styles.SMALL);
        button.setAccessibleText(Messages.get("overview.batch.promote.name", batch));
        button.setOnAction(e -> context.promote(batch));
        return button;
    }

    private static Label heading(String stage) {
        var label = new Label(Messages.get("overview.column." + stage));
        label.getStyleClass().addAll(Styles.TEXT_MUTED, "funnel-heading");
        label.setTooltip(new Tooltip(Messages.get("overview.column." + stage + ".hint")));
        return label;
    }

    private static ColumnConstraints column(double percent, HPos alignment) {
        var column = new ColumnConstraints();
        column.setPercentWidth(percent);
        column.setHalignment(alignment);
        return column;
    }
}
