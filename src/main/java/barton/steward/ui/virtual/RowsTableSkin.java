package barton.steward.ui.virtual;

import barton.steward.model.query.Row;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.NestedTableColumnHeader;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.control.skin.TableHeaderRow;
import javafx.scene.control.skin.TableViewSkin;

/// The usual skin, but fitting a column to its content (a double click on a header's edge) looks at the first rows only.
final class RowsTableSkin extends TableViewSkin<Row> {
    private static final int FITTED_ROWS = 200;

    RowsTableSkin(TableView<Row> table) {
        super(table);
    }

    void fit(TableColumnBase<?, ?> column) {
        getSkinnable().lookupAll(".column-header").stream().filter(FittingHeader.class::isInstance).map(FittingHeader.class::cast)
                .filter(header -> header.getTableColumn() == column).forEach(header -> header.resizeColumnToFitContent(FITTED_ROWS));
    }

    @Override
    protected TableHeaderRow createTableHeaderRow() {
        return new TableHeaderRow(this) {
            @Override
            protected NestedTableColumnHeader createRootHeader() {
                return new NestedTableColumnHeader(null) {
                    @Override
                    protected TableColumnHeader createTableColumnHeader(@SuppressWarnings("rawtypes") TableColumnBase column) {
                        boolean leaf = column == null || column.getColumns().isEmpty();
                        return leaf ? new FittingHeader(column) : super.createTableColumnHeader(column);
                    }
                };
            }
        };
    }

    private static final class FittingHeader extends TableColumnHeader {
        FittingHeader(TableColumnBase<?, ?> column) {
            super(column);
        }

        @Override
        protected void resizeColumnToFitContent(int rows) {
            super.resizeColumnToFitContent(rows < 0 ? FITTED_ROWS : Math.min(rows, FITTED_ROWS));
        }
    }
}
