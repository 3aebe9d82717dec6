package barton.steward.ui.overview;

import atlantafx.base.theme.Styles;
import barton.steward.model.QualityBand;
import barton.steward.service.Questions;
import barton.steward.ui.support.Bar;
import barton.steward.ui.support.Figure;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Workbench;
import java.util.Map;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// How the quality scores of the companies in master are distributed: one bar for each band, which opens its companies.
final class QualityBands extends VBox {
    private final Workbench workbench;
    private final GridPane grid = new GridPane();
    private final long companies;

    QualityBands(Map<QualityBand, Long> distribution, Workbench workbench) {
        this.workbench = workbench;
        this.companies = Math.max(1, distribution.values().stream().mapToLong(Long::longValue).sum());
        setId("overview-quality");
        getStyleClass().addAll("card", "funnel");
        var title = new Label(Messages.get("overview.quality"));
        title.getStyleClass().add(Styles.TITLE_4);
        grid.getStyleClass().add("funnel-grid");
        var numbers = new ColumnConstraints();
        numbers.setHalignment(HPos.RIGHT);
        var bars = new ColumnConstraints();
        bars.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(new ColumnConstraints(), numbers, bars);
        distribution.forEach(this::add);
        getChildren().addAll(title, grid);
    }

    private void add(QualityBand band, long count) {
        var figure = new Figure("overview-quality-" + band, count, Messages.get("overview.meaning.quality", band.text()),
                () -> workbench.open(Questions.ofQuality(band)));
        var bar = new Bar(kind(band), (double) count / companies);
        bar.setId("overview-quality-bar-" + band);
        bar.getStyleClass().add("bar-link");
        bar.setOnMouseClicked(e -> figure.fire());
        grid.addRow(grid.getRowCount(), new Label(band.text()), figure, bar);
    }

    private static String kind(QualityBand band) {
        return switch (band) {
            case BEST -> "bar-success";
            case GOOD -> "bar-accent";
            case FAIR, NONE -> "bar-neutral";
            case POOR -> "bar-danger";
        };
    }
}
