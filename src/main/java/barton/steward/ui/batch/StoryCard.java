package barton.steward.ui.batch;

import atlantafx.base.theme.Styles;
import barton.steward.ui.controls.Bar;
import barton.steward.ui.controls.Figure;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A part of the story: figures with what they count, some with a bar, and sentences.
final class StoryCard extends VBox {
    private final GridPane grid = new GridPane();

    StoryCard(String id, String title) {
        setId(id);
        getStyleClass().addAll("card", "funnel");
        var heading = new Label(title);
        heading.getStyleClass().add(Styles.TITLE_4);
        grid.getStyleClass().add("funnel-grid");
        var numbers = new ColumnConstraints();
        numbers.setHalignment(HPos.RIGHT);
        numbers.setMinWidth(56);
        var texts = new ColumnConstraints();
        var bars = new ColumnConstraints();
        bars.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(numbers, texts, bars);
        getChildren().addAll(heading, grid);
    }

    void bar(String name, Figure figure, String kind, double share) {
        var bar = new Bar(kind, share);
        bar.getStyleClass().add("bar-link");
        bar.setOnMouseClicked(e -> figure.fire());
        var text = new Label(name);
        text.setMinWidth(Label.USE_PREF_SIZE);
        grid.addRow(grid.getRowCount(), figure, text, bar);
    }

    void line(Figure figure, String name) {
        var text = new Label(name);
        text.setWrapText(true);
        grid.add(figure, 0, grid.getRowCount());
        grid.add(text, 1, grid.getRowCount() - 1, 2, 1);
    }

    /// A sentence below the figures.
    Label note(String text) {
        var note = new Label(text);
        note.setWrapText(true);
        getChildren().add(note);
        return note;
    }
}
