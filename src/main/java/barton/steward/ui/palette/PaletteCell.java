package barton.steward.ui.palette;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import barton.steward.ui.palette.PaletteViewModel.Match;
import java.util.function.IntConsumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// A line of the palette: the title with the typed letters marked, the group, the keys.
final class PaletteCell extends ListCell<Match> {
    private final TextFlow title = new TextFlow();
    private final Label group = new Label();
    private final Label keys = new Label();
    private final HBox line = new HBox(title, new Spacer(), group, keys);

    /// @param run what a click does with the index
    PaletteCell(IntConsumer run) {
        line.getStyleClass().add("palette-line");
        title.setMaxHeight(USE_PREF_SIZE);
        group.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        keys.getStyleClass().add("keys");
        setOnMouseClicked(e -> {
            if (!isEmpty()) {
                run.accept(getIndex());
            }
        });
    }

    @Override
    protected void updateItem(Match match, boolean empty) {
        super.updateItem(match, empty);
        setText(null);
        if (empty || match == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        mark(match);
        group.setText(match.entry().group());
        keys.setText(match.entry().keys());
        keys.setVisible(!match.entry().keys().isBlank());
        keys.setManaged(keys.isVisible());
        setAccessibleText(match.entry().title());
        setGraphic(line);
    }

    private void mark(Match match) {
        title.getChildren().clear();
        String text = match.entry().title();
        int from = 0;
        while (from < text.length()) {
            boolean typed = match.letters().contains(from);
            int to = from + 1;
            while (to < text.length() && match.letters().contains(to) == typed) {
                to++;
            }
            var part = new Text(text.substring(from, to));
            part.getStyleClass().add(typed ? "palette-typed" : "palette-text");
            title.getChildren().add(part);
            from = to;
        }
    }
}
