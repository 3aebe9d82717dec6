package barton.steward.ui.table;

import barton.steward.model.query.Row;
import barton.steward.ui.virtual.RowsTable;
import barton.steward.ui.virtual.ViewColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;

/// Which columns a table shows, in which order and how wide.
final class ColumnLayout {
    private final RowsTable table;
    private final List<Place> declared;

    /// @param table with its columns as they are declared
    ColumnLayout(RowsTable table) {
        this.table = table;
        this.declared = columns(table).map(c -> new Place(c.getId(), c.getPrefWidth(), c.isVisible())).toList();
    }

    /// A column by the name of its field; its width in pixels.
    record Place(String field, double width, boolean visible) {
    }

    /// The columns that a table has beside its marks.
    static Stream<TableColumn<Row, ?>> columns(RowsTable table) {
        return table.getColumns().stream().filter(c -> c.getUserData() instanceof ViewColumn);
    }

    List<Place> now() {
        return columns(table).map(c -> new Place(c.getId(), c.getWidth(), c.isVisible())).toList();
    }

    boolean isAsDeclared() {
        return now().equals(declared);
    }

    void reset() {
        show(declared);
    }

    /// Columns that are not named stay behind the others; what is named and is none of the table's is left out.
    void show(List<Place> places) {
        var all = new ArrayList<>(table.getColumns());
        all.removeIf(c -> places.stream().anyMatch(place -> place.field().equals(c.getId())));
        int at = 1;
        for (Place place : places) {
            var column = columns(table).filter(c -> c.getId().equals(place.field())).findFirst();
            if (column.isPresent() && !all.contains(column.get())) {
                all.add(at++, column.get());
                width(column.get(), place.width());
                column.get().setVisible(place.visible());
            }
        }
        table.rearrange(all);
    }

    /// A column that was pulled wider still prefers its old width, and would not follow a wish for just that.
    private static void width(TableColumn<Row, ?> column, double pixels) {
        column.setPrefWidth(pixels + 1);
        column.setPrefWidth(pixels);
    }

    /// Whether it can be hidden: a table without a column has no header to show one again.
    boolean canHide(TableColumnBase<?, ?> column) {
        return columns(table).filter(TableColumnBase::isVisible).anyMatch(c -> c != column);
    }
}
