package barton.steward.ui.record;

import atlantafx.base.theme.Styles;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.support.Messages;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// The stations of a record's way, each a link.
final class LineagePane extends VBox {
    private final AppContext context;

    LineagePane(AppContext context, RecordViewModel model) {
        this.context = context;
        getStyleClass().add("lineage");
        model.lineage().addListener((ListChangeListener<LineageStep>) c ->
                getChildren().setAll(model.lineage().stream().map(this::step).toList()));
    }

    private Node step(LineageStep step) {
        var stage = new Label(Messages.get("lineage.stage." + step.stage()));
        stage.getStyleClass().addAll("field-name", Styles.TEXT_SMALL);
        var box = new VBox(stage, place(step));
        box.getStyleClass().add("lineage-step");
        return box;
    }

    private Node place(LineageStep step) {
        return switch (step.target()) {
            case LineageStep.Target.Nowhere _ -> {
                var label = new Label(step.text());
                label.setWrapText(true);
                yield label;
            }
            case LineageStep.Target.Rows rows -> link(step, () -> context.open(rows.query()));
            case LineageStep.Target.Record record -> link(step, () -> context.openRecord(record.table(), record.key()));
        };
    }

    private static Hyperlink link(LineageStep step, Runnable run) {
        var link = new Hyperlink(step.text());
        link.setId("lineage-" + step.stage());
        link.setMnemonicParsing(false);
        link.setWrapText(true);
        link.setOnAction(e -> run.run());
        return link;
    }
}
