package barton.steward.ui.chart;

import barton.steward.ui.support.Messages;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;

/// What is drawn for a part of a chart: it takes the mouse and the keyboard as a link does.
final class PartNode extends StackPane {
    /// Between a part and what is written above it, in pixels.
    private static final double GAP = 2;

    private final ChartPart part;
    private final Label written;
    private final boolean inside;

    /// @param inside whether the text stands in the part, where it has room, and not above it
    PartNode(ChartPart part, boolean inside) {
        this.part = part;
        this.inside = inside;
        this.written = new Label(part.written());
        setId(part.id());
        setAccessibleRole(AccessibleRole.HYPERLINK);
        written.setManaged(false);
        written.setMouseTransparent(true);
        written.getStyleClass().add("chart-part-text");
        getChildren().add(written);
        setDisable(part.size() == 0 && part.open() == null);
        if (part.open() != null) {
            setAccessibleHelp(Messages.get("chart.part.open"));
            Tooltip.install(this, new Tooltip(Messages.get("figure.open", part.meaning())));
            setOnMouseClicked(e -> part.open().run());
            setOnKeyPressed(e -> {
                if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE) {
                    part.open().run();
                    e.consume();
                }
            });
        }
    }

    /// The chart names the classes of its nodes itself, and says of them where they stand on the axes; so ours come after it took them in.
    void styled() {
        accessibleTextProperty().unbind();
        setAccessibleText(part.meaning());
        getStyleClass().add("chart-part");
        if (part.kind() != null) {
            getStyleClass().add(part.kind());
        }
    }

    boolean opens() {
        return part.open() != null;
    }

    void showText(boolean shown) {
        written.setVisible(shown);
    }

    double textWidth() {
        return written.prefWidth(-1);
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE && part.open() != null) {
            part.open().run();
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }

    @Override
    protected void layoutChildren() {
        written.autosize();
        double height = written.getHeight();
        if (inside) {
            showText(height <= getHeight() && written.getWidth() <= getWidth());
        }
        written.relocate(snapPositionX((getWidth() - written.getWidth()) / 2),
                inside ? snapPositionY((getHeight() - height) / 2) : -height - GAP);
    }
}
