package barton.steward.ui.record;

import atlantafx.base.theme.Styles;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Workbench;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// The stations of a record's way, each a link.
final class LineagePane extends VBox {
    private final Workbench bench;

    LineagePane(Workbench bench, RecordViewModel model) {
        this.bench = bench;
        getStyleClass().add("lineage");
        model.lineage().addListener((ListChangeListener<Step>) c ->
                getChildren().setAll(model.lineage().stream().map(this::step).toList()));
    }

    private Node step(Step step) {
        var stage = new Label(Messages.get("lineage.stage." + step.stage()));
        stage.getStyleClass().addAll("field-name", Styles.TEXT_SMALL);
        var box = new VBox(stage, place(step));
        box.getStyleClass().add("lineage-step");
        return box;
    }

    private Node place(Step step) {
        return switch (step.target()) {
            case Step.Target.Nowhere _ -> {
                var label = new Label(step.text());
                label.setWrapText(true);
                yield label;
            }
            case Step.Target.Rows rows -> link(step, () -> bench.open(rows.query()));
            case Step.Target.Record record -> link(step, () -> bench.openRecord(record.table(), record.key()));
        };
    }

    private static Hyperlink link(Step step, Runnable run) {
        var link = new Hyperlink(step.text());
        link.setId("lineage-" + step.stage());
        link.setMnemonicParsing(false);
        link.setWrapText(true);
        link.setOnAction(e -> run.run());
        return link;
    }
}
