package barton.steward.ui.table;

import atlantafx.base.theme.Styles;
import barton.steward.model.Field;
import barton.steward.model.Row;
import barton.steward.model.Sort;
import barton.steward.ui.support.Delay;
import barton.steward.ui.support.Messages;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.AccessibleRole;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Skin;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The rows of a [RowsViewModel] in a table: columns as declared, order by the database, selection by question.
/// Rows are read where scrolling stops.
public final class RowsTable extends TableView<Row> {
    private static final double ROW_HEIGHT = 30;
    private static final int AROUND = 50;

    private final RowsViewModel model;
    private final Delay still;
    private boolean picking;

    public RowsTable(RowsViewModel model, List<Column> columns) {
        super(model.rows());
        this.model = model;
        this.still = model.tasks().delay(Duration.millis(60), this::readWhatIsInSight);
        setId(model.table().name() + "-table");
        setAccessibleText(Messages.table(model.table()));
        setFixedCellSize(ROW_HEIGHT);
        getStyleClass().addAll(Styles.DENSE, "rows");
        setPlaceholder(new Region());
        setSelectionModel(new QuerySelection(this, model.rows(), model.selection(), this::redraw));
        getColumns().add(marks());
        columns.forEach(column -> getColumns().add(column(column)));
        showOrder(model.query().sort());
        setSortPolicy(table -> {
            model.sort(order());
            return true;
        });
        model.queryProperty().addListener((o, was, now) -> showOrder(now.sort()));
        setRowFactory(table -> new RowOfTable());
        model.rows().onArrival(this::redraw);
        model.rows().addListener((ListChangeListener<Row>) c -> still.restart());
        heightProperty().addListener(o -> still.restart());
    }

    /// Shows the rows in sight as they are now.
    public void redraw() {
        Sight sight = sight();
        for (int i = sight.first(); i <= sight.last(); i++) {
            flow().getCell(i).updateIndex(i);
        }
    }

    /// The fields of the columns in sight, from left to right.
    List<Field> shownFields() {
        return shownColumns().map(Column::field).toList();
    }

    Stream<Column> shownColumns() {
        return getVisibleLeafColumns().stream().map(c -> c.getUserData()).filter(Column.class::isInstance).map(Column.class::cast);
    }

    /// Moves to a row and selects it alone; while rows are being picked one by one the selection stays.
    void go(int index) {
        if (index < 0 || index >= model.rows().size()) {
            return;
        }
        picking &= !model.selection().isEmpty();
        if (picking) {
            getFocusModel().focus(index);
        } else {
            getSelectionModel().clearAndSelect(index);
        }
        Sight sight = sight();
        if (index <= sight.first() || index >= sight.last()) {
            scrollTo(Math.max(0, index - 3));
        }
    }

    /// Picks a row, or drops it from those picked. The first one picked is the one that the move to it has selected already.
    void pick(Row row) {
        if (row == null) {
            return;
        }
        boolean first = !picking && model.selection().count() == 1 && model.selection().contains(row);
        picking = true;
        if (!first) {
            model.selection().toggle(row);
        }
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        var skin = new RowsTableSkin(this);
        flow().positionProperty().addListener(o -> still.restart());
        return skin;
    }

    private VirtualFlow<?> flow() {
        return (VirtualFlow<?>) lookup(".virtual-flow");
    }

    /// The rows in sight; from 0 to −1 where there are none.
    private Sight sight() {
        VirtualFlow<?> flow = flow();
        IndexedCell<?> first = flow == null ? null : flow.getFirstVisibleCell();
        IndexedCell<?> last = flow == null ? null : flow.getLastVisibleCell();
        return first == null || last == null ? new Sight(0, -1) : new Sight(first.getIndex(), last.getIndex());
    }

    private record Sight(int first, int last) {
    }

    private void readWhatIsInSight() {
        Sight sight = sight();
        if (sight.last() >= 0 && !model.rows().isEmpty()) {
            model.rows().need(Math.max(0, sight.first() - AROUND), Math.min(sight.last() + AROUND, model.rows().size() - 1));
        }
    }

    private Sort order() {
        if (getSortOrder().isEmpty()) {
            return null;
        }
        TableColumn<Row, ?> first = getSortOrder().getFirst();
        return new Sort(((Column) first.getUserData()).field(), first.getSortType() == TableColumn.SortType.ASCENDING);
    }

    private void showOrder(Sort sort) {
        if (sort.equals(order())) {
            return;
        }
        for (TableColumn<Row, ?> column : getColumns()) {
            if (column.getUserData() instanceof Column c && c.field().equals(sort.field())) {
                column.setSortType(sort.ascending() ? TableColumn.SortType.ASCENDING : TableColumn.SortType.DESCENDING);
                getSortOrder().setAll(List.of(column));
                return;
            }
        }
        getSortOrder().clear();
    }

    private static TableColumn<Row, Row> column(Column declared) {
        var column = new TableColumn<Row, Row>(declared.title());
        column.setId(declared.field().name());
        column.setUserData(declared);
        column.setPrefWidth(declared.width());
        column.setVisible(declared.shownAtFirst());
        column.setCellValueFactory(data -> new ReadOnlyObjectWrapper<>(data.getValue()));
        column.setCellFactory(c -> new RowCell(declared));
        if (declared.number()) {
            column.getStyleClass().add("number-column");
        }
        return column;
    }

    private TableColumn<Row, Row> marks() {
        var column = new TableColumn<Row, Row>();
        column.setId("marks");
        column.setPrefWidth(36);
        column.setMinWidth(36);
        column.setMaxWidth(36);
        column.setSortable(false);
        column.setReorderable(false);
        column.setResizable(false);
        column.setCellValueFactory(data -> new ReadOnlyObjectWrapper<>(data.getValue()));
        column.setCellFactory(c -> new MarkCell());
        return column;
    }

    private static final class RowOfTable extends TableRow<Row> {
        @Override
        protected void updateItem(Row row, boolean empty) {
            super.updateItem(row, empty);
            pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("waiting"), !empty && row == null);
        }
    }

    private final class MarkCell extends TableCell<Row, Row> {
        MarkCell() {
            getStyleClass().add("mark-cell");
            setAccessibleRole(AccessibleRole.CHECK_BOX);
            setAccessibleText(Messages.get("table.mark"));
            addEventFilter(MouseEvent.MOUSE_PRESSED, e -> {
                if (e.getButton() == MouseButton.PRIMARY && getItem() != null) {
                    getFocusModel().focus(getIndex());
                    RowsTable.this.requestFocus();
                    picking = true;
                    model.selection().toggle(getItem());
                    e.consume();
                }
            });
        }

        @Override
        protected void updateItem(Row row, boolean empty) {
            super.updateItem(row, empty);
            setGraphic(empty || row == null ? null : mark());
        }

        private StackPane mark() {
            if (getGraphic() instanceof StackPane there) {
                return there;
            }
            var mark = new StackPane(new FontIcon(Feather.CHECK));
            mark.getStyleClass().add("row-mark");
            return mark;
        }
    }
}
