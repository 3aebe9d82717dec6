package barton.steward.ui.virtual;

import atlantafx.base.theme.Styles;
import barton.steward.catalog.Field;
import barton.steward.model.query.Row;
import barton.steward.ui.support.Messages;
import barton.steward.ui.task.Delay;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Skin;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/// The rows of a [RowsViewModel] in a table: columns as declared, order by the database, selection by question.
/// Rows are read where scrolling stops.
public final class RowsTable extends TableView<Row> {
    private static final double ROW_HEIGHT = 30;

    private static final PseudoClass WAITING = PseudoClass.getPseudoClass("waiting");
    private static final int ROWS_BEFORE = 3;
    private static final Duration SETTLED = Duration.millis(50);

    private final RowsViewModel model;
    private final QuerySelection chosen;
    private final Delay still;
    private final TableOrder order;
    private final CellCursor cursor;
    private Scrolling scrolling;
    private boolean following;

    public RowsTable(RowsViewModel model, List<ViewColumn> columns) {
        super(model.rows());
        this.model = model;
        this.still = model.tasks().delay(SETTLED, this::readWhatIsInSight);
        setId(model.table().name() + "-table");
        setAccessibleText(Messages.table(model.table()));
        setFixedCellSize(ROW_HEIGHT);
        getStyleClass().addAll(Styles.DENSE, "rows");
        setPlaceholder(new Region());
        this.chosen = new QuerySelection(this, model.rows(), model.selection(), this::redraw);
        setSelectionModel(chosen);
        getColumns().add(marks());
        columns.forEach(column -> getColumns().add(column(column)));
        this.order = new TableOrder(this, model);
        this.cursor = new CellCursor(this);
        setRowFactory(table -> new RowOfTable());
        model.rows().onArrival(this::redraw);
        model.rows().onMove(this::follow);
        model.current().onPlace(this::focusCurrent);
        getFocusModel().focusedIndexProperty().subscribe(index -> {
            if (!following && !model.rows().changing() && index.intValue() != model.current().index()) {
                model.current().goTo(index.intValue());
            }
        });
        model.rows().queryProperty().addListener(o -> {
            if (scrolling != null) {
                scrolling.show(0, 0);
            }
        });
        model.rows().addListener((ListChangeListener<Row>) c -> still.restart());
        heightProperty().addListener(o -> still.restart());
    }

    /// Has these columns, in this order; by which of them rows are sorted stays.
    public void rearrange(List<TableColumn<Row, ?>> columns) {
        order.rearrange(columns);
    }

    /// The cell that the steward is at.
    public CellCursor cursor() {
        return cursor;
    }

    /// Makes a column as wide as what it has in sight needs.
    public void fit(TableColumn<Row, ?> column) {
        ((RowsTableSkin) getSkin()).fit(column);
    }

    /// Shows the rows in sight as they are now.
    public void redraw() {
        if (scrolling != null) {
            scrolling.redraw();
        }
    }

    /// The fields of the columns in sight, from left to right.
    public List<Field> shownFields() {
        return shownColumns().map(ViewColumn::field).toList();
    }

    public Stream<ViewColumn> shownColumns() {
        return getVisibleLeafColumns().stream().map(c -> c.getUserData()).filter(ViewColumn.class::isInstance).map(ViewColumn.class::cast);
    }

    /// Moves to a row, which ticks nothing.
    public void go(int index) {
        getSelectionModel().clearAndSelect(index);
        showCurrent();
    }

    /// Moves by so many rows.
    public void step(int by) {
        model.current().step(by);
        getSelectionModel().clearAndSelect(model.current().index());
        showCurrent();
    }

    /// Moves by as many rows as are in sight, down or up. The library's own page asks whether the last of them is selected, and moving
    /// selects none.
    public void page(int direction) {
        int inSight = scrolling == null ? 1 : scrolling.last() - scrolling.first();
        int from = model.current().index();
        go(Math.clamp((long) from + (long) direction * Math.max(1, inSight), 0, Math.max(0, model.rows().size() - 1)));
    }

    /// Brings the current row into sight.
    public void showCurrent() {
        int index = model.current().index();
        if (scrolling != null && index >= 0 && (index <= scrolling.first() || index >= scrolling.last())) {
            layout();
            scrolling.show(Math.max(0, index - ROWS_BEFORE), 0);
        }
    }

    /// Told where a range is longer than can be selected row by row.
    public void onTooLongARange(Runnable told) {
        chosen.onTooLong(told);
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        var skin = new RowsTableSkin(this);
        var flow = (VirtualFlow<?>) lookup(".virtual-flow");
        scrolling = new Scrolling(flow, ROW_HEIGHT);
        flow.positionProperty().addListener(o -> readSoon());
        return skin;
    }

    /// Another row may be at the place that has the focus already, so the column is named: only then the model looks at the row anew.
    private void focusCurrent() {
        following = true;
        getFocusModel().focus(model.current().index(), null);
        following = false;
    }

    private void readWhatIsInSight() {
        if (scrolling != null && scrolling.last() >= 0 && !model.rows().isEmpty()) {
            int last = model.rows().size() - 1;
            model.rows().need(Math.min(scrolling.firstSoon(), last), Math.min(scrolling.lastSoon(), last));
        }
    }

    /// Reads at once where nothing is scrolling, else where scrolling stops.
    private void readSoon() {
        if (!still.pending()) {
            readWhatIsInSight();
        }
        still.restart();
    }

    /// Goes where the rows in sight went, so that they stay where they are on the screen.
    private void follow(RowShift move) {
        chosen.follow(move);
        if (scrolling == null || scrolling.first() < 0) {
            return;
        }
        int top = scrolling.first();
        double above = scrolling.above();
        layout();
        scrolling.show(move.shifted(top), above);
    }

    private static TableColumn<Row, Row> column(ViewColumn declared) {
        var column = new TableColumn<Row, Row>(declared.title());
        column.setId(declared.field().name());
        column.setUserData(declared);
        column.setPrefWidth(declared.field().width());
        column.setVisible(declared.shownAtFirst());
        column.setCellValueFactory(data -> new ReadOnlyObjectWrapper<>(data.getValue()));
        column.setCellFactory(c -> new RowCell(declared));
        if (declared.atRight()) {
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
        column.setCellFactory(c -> new MarkCell(cell -> {
            requestFocus();
            getSelectionModel().clearAndSelect(cell.getIndex());
            model.selection().toggle(cell.getItem());
        }));
        return column;
    }

    private static final class RowOfTable extends TableRow<Row> {
        @Override
        protected void updateItem(Row row, boolean empty) {
            super.updateItem(row, empty);
            pseudoClassStateChanged(WAITING, !empty && row == null);
        }
    }
}
