package barton.steward.ui.support;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;

/// What the cells of a table show.
public final class Cells {
    private Cells() {
    }

    /// The texts of a row in sight in one column, chips and bars' texts included.
    public static List<String> texts(TestScene scene, String table, String column, int row) {
        return texts(cell(scene, table, column, row));
    }

    public static TableCell<?, ?> cell(TestScene scene, String table, String column, int row) {
        Parent node = scene.find(table, Parent.class);
        return scene.onWindow(() -> node.lookupAll(".table-cell").stream().map(c -> (TableCell<?, ?>) c)
                .filter(c -> c.getIndex() == row && column.equals(c.getTableColumn().getId())).findFirst().orElseThrow());
    }

    private static List<String> texts(Node node) {
        Stream<String> own = node instanceof Labeled labeled && labeled.getText() != null ? Stream.of(labeled.getText()) : Stream.empty();
        Stream<String> inner = node instanceof TableCell<?, ?> cell && cell.getGraphic() instanceof Parent graphic
                ? graphic.getChildrenUnmodifiable().stream().flatMap(child -> texts(child).stream()) : Stream.empty();
        return Stream.concat(own, inner).toList();
    }
}
