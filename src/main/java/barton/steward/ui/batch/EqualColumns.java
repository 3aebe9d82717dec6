package barton.steward.ui.batch;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.RowConstraints;

/// Nodes side by side in columns of one width, by which their height is found.
final class EqualColumns extends GridPane {
    EqualColumns(List<? extends Node> nodes) {
        getStyleClass().add("batch-columns");
        var row = new RowConstraints();
        row.setValignment(VPos.TOP);
        row.setFillHeight(false);
        getRowConstraints().add(row);
        for (Node node : nodes) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / nodes.size());
            getColumnConstraints().add(column);
            addColumn(getColumnConstraints().size() - 1, node);
        }
    }
}
