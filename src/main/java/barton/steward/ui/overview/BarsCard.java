package barton.steward.ui.overview;

import atlantafx.base.theme.Styles;
import barton.steward.ui.support.Bar;
import barton.steward.ui.support.Dialogs;
import barton.steward.ui.support.Figure;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A card of figures below each other, each with its name, a bar and what else there is to say.
class BarsCard extends VBox {
    private final GridPane grid = new GridPane();

    BarsCard(String id, String title) {
        setId(id);
        getStyleClass().addAll("card", "funnel");
        var heading = new Label(title);
        heading.getStyleClass().add(Styles.TITLE_4);
        grid.getStyleClass().add("funnel-grid");
        var numbers = new ColumnConstraints();
        numbers.setHalignment(HPos.RIGHT);
        var bars = new ColumnConstraints();
        bars.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(new ColumnConstraints(), numbers, bars);
        getChildren().addAll(heading, grid);
    }

    /// A line; the bar opens what the figure opens.
    final void add(String name, Figure figure, Bar bar) {
        bar.getStyleClass().add("bar-link");
        bar.setOnMouseClicked(e -> figure.fire());
        grid.addRow(grid.getRowCount(), new Label(name), figure, bar);
    }

    final void add(String name, Figure figure, Bar bar, String text) {
        add(name, figure, bar);
        grid.add(new Label(text), 3, grid.getRowCount() - 1);
    }

    /// Says why there is no line.
    final void none(String text) {
        getChildren().setAll(getChildren().getFirst(), Dialogs.paragraph(text));
    }
}
