package barton.steward.ui.profile;

import barton.steward.model.profile.ColumnProfile;
import barton.steward.ui.support.Formats;
import barton.steward.ui.support.Messages;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A column with its bar and how much of it is filled in.
final class ColumnCell extends ListCell<ColumnProfile> {
    private final Function<ColumnProfile, String> title;
    private final Label name = new Label();
    private final Label filled = new Label();
    private final PartsBar bar = new PartsBar();
    private final HBox line = new HBox(name, bar, filled);

    ColumnCell(Function<ColumnProfile, String> title) {
        this.title = title;
        line.getStyleClass().add("profile-line");
        name.getStyleClass().add("profile-name");
        filled.getStyleClass().add("profile-share");
        HBox.setHgrow(bar, Priority.ALWAYS);
    }

    @Override
    protected void updateItem(ColumnProfile column, boolean empty) {
        super.updateItem(column, empty);
        if (empty || column == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        name.setText(title.apply(column));
        filled.setText(column.rows() == 0 ? "" : Formats.percent(100.0 * column.filled() / column.rows()));
        bar.show(column);
        setGraphic(line);
        setAccessibleText(Messages.get("profile.column", name.getText(), column.filled(), column.inError(), column.placeholder(),
                column.empty()));
    }
}
