package barton.steward.ui.controls;

import atlantafx.base.controls.Spacer;
import barton.steward.ui.support.Dialogs;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Nodes;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Long work inside a dialog: what runs, how many rows are done, and a cancel that really cancels.
public final class RunningPane extends VBox {
    /// @param id the node's id; the rows so far are in `id-rows`, the button is `id-cancel`
    /// @param rows 0 while the work cannot say
    public RunningPane(String id, String text, ReadOnlyLongProperty rows, Runnable cancel) {
        setId(id);
        getStyleClass().add("running-pane");
        var bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(text);
        var done = new Label();
        done.setId(id + "-rows");
        done.textProperty().bind(rows.map(n -> n.longValue() == 0 ? "" : Messages.get("running.rows", n)));
        var stop = new Button(Messages.get("running.cancel"));
        stop.setId(id + "-cancel");
        stop.setOnAction(e -> {
            stop.setDisable(true);
            stop.setText(Messages.get("running.cancelling"));
            cancel.run();
        });
        visibleProperty().addListener((o, was, shown) -> {
            stop.setDisable(false);
            stop.setText(Messages.get("running.cancel"));
        });
        var foot = new HBox(done, new Spacer(), stop);
        foot.getStyleClass().add("running-foot");
        getChildren().addAll(Dialogs.paragraph(text), bar, foot, Nodes.hint(Messages.get("running.hint")));
    }

    /// Of work that ends with its dialog.
    public RunningPane onlyHere() {
        getChildren().removeLast();
        return this;
    }
}
