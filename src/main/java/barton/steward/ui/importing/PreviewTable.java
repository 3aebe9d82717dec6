package barton.steward.ui.importing;

import atlantafx.base.theme.Styles;
import barton.steward.model.file.FilePreview;
import barton.steward.ui.support.Messages;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// The first rows of the file as they will be read.
final class PreviewTable extends TableView<List<String>> {
    private static final int ROWS = 5;
    private static final double LEAST_ROWS = 3.5;
    private static final double ROW_HEIGHT = 28;

    PreviewTable(ObservableValue<FilePreview> preview) {
        setId("import-preview");
        setAccessibleText(Messages.get("import.preview"));
        getStyleClass().addAll(Styles.DENSE, Styles.STRIPED);
        setFixedCellSize(ROW_HEIGHT);
        setPrefHeight((ROWS + 1.5) * ROW_HEIGHT);
        setMinHeight(LEAST_ROWS * ROW_HEIGHT);
        setMaxHeight(getPrefHeight());
        preview.addListener((o, old, now) -> show(now));
        show(preview.getValue());
    }

    private void show(FilePreview preview) {
        getColumns().clear();
        getItems().clear();
        if (preview == null) {
            return;
        }
        for (int i = 0; i < preview.header().size(); i++) {
            int index = i;
            var column = new TableColumn<List<String>, String>(preview.header().get(i));
            column.setSortable(false);
            column.setPrefWidth(140);
            column.setCellValueFactory(row -> new ReadOnlyStringWrapper(cell(row.getValue(), index)));
            getColumns().add(column);
        }
        getItems().setAll(preview.rows().subList(0, Math.min(ROWS, preview.rows().size())));
    }

    private static String cell(List<String> row, int index) {
        return index < row.size() ? row.get(index).replaceAll("\\R", " ⏎ ") : "";
    }
}
