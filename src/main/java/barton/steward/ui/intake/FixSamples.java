package barton.steward.ui.intake;

import barton.steward.model.validation.FixSample;
import barton.steward.ui.intake.FixViewModel.Preview;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Nodes;
import barton.steward.ui.support.ValueFormat;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The first rows that a fix would change, before and after.
final class FixSamples extends VBox {
    private final GridPane grid = new GridPane();

    FixSamples(ObservableValue<Preview> preview) {
        getStyleClass().add("form-pair");
        Label head = Nodes.hint("");
        head.setId("fix-rows");
        head.textProperty().bind(preview.map(p -> Messages.get("fix.rows", p.rows(), p.samples().size()))
                .orElse(Messages.get("fix.looking")));
        grid.setId("fix-samples");
        grid.getStyleClass().add("fix-samples");
        var ids = new ColumnConstraints();
        var values = new ColumnConstraints(200);
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(ids, values, values);
        var scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.setAccessibleText(Messages.get("fix.samples"));
        scroll.getStyleClass().add("fix-scroll");
        getChildren().addAll(head, scroll);
        preview.subscribe(this::show);
    }

    private void show(Preview preview) {
        grid.getChildren().clear();
        if (preview != null && preview.rows() > 0) {
            grid.addRow(0, name("fix.row"), name("fix.before"), name("fix.after"));
            preview.samples().forEach(this::add);
        }
    }

    private void add(FixSample sample) {
        var id = new Label("#" + sample.intakeId());
        id.setMinWidth(Label.USE_PREF_SIZE);
        grid.addRow(grid.getRowCount(), id, value(sample.before()), value(sample.after()));
    }

    private static Label name(String key) {
        var label = new Label(Messages.get(key));
        label.getStyleClass().add("form-label");
        return label;
    }

    private static Label value(String text) {
        var label = new Label(ValueFormat.unseen(text).orElse(text));
        label.setWrapText(true);
        if (text == null) {
            label.getStyleClass().add("null-value");
        }
        return label;
    }
}
