package barton.steward.ui.virtual;

import barton.steward.model.query.Row;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.skin.TableCellSkin;

/// The usual skin of a cell, but it leaves its children alone where another text needs no others. The usual one takes them out and puts
/// them in again, and a node that is put in has its styles looked up anew: half of what a page costs that is shown.
final class RowCellSkin extends TableCellSkin<Row, Row> {
    private boolean made;
    private Node graphic;
    private boolean withText;

    RowCellSkin(TableCell<Row, Row> cell) {
        super(cell);
        made = true;
        remember();
    }

    @Override
    protected void updateChildren() {
        if (made && graphic == getSkinnable().getGraphic() && withText == needsText()) {
            return;
        }
        super.updateChildren();
        remember();
    }

    private void remember() {
        graphic = getSkinnable().getGraphic();
        withText = needsText();
    }

    private boolean needsText() {
        String text = getSkinnable().getText();
        return getSkinnable().getGraphic() == null || text != null && !text.isEmpty();
    }
}
