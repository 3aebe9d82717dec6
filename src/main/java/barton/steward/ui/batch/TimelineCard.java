package barton.steward.ui.batch;

import atlantafx.base.theme.Styles;
import barton.steward.config.Visible;
import barton.steward.model.batch.BatchStory;
import barton.steward.model.batch.BatchStory.BatchEvent;
import barton.steward.service.question.FigureQueries;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.support.Formats;
import barton.steward.ui.support.Messages;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;

/// What happened to the batch, one event a line along a line of time.
final class TimelineCard extends VBox {
    private final AppContext context;

    TimelineCard(AppContext context, BatchStory story) {
        this.context = context;
        setId("batch-" + story.batch() + "-timeline");
        getStyleClass().addAll("card", "funnel");
        var heading = new Label(Messages.get("batch.timeline"));
        heading.getStyleClass().add(Styles.TITLE_4);
        var grid = new GridPane();
        grid.getStyleClass().addAll("funnel-grid", "timeline");
        var text = new ColumnConstraints();
        text.setHgrow(Priority.ALWAYS);
        var fixed = new ColumnConstraints(Label.USE_PREF_SIZE, Label.USE_COMPUTED_SIZE, Label.USE_PREF_SIZE);
        grid.getColumnConstraints().addAll(new ColumnConstraints(), fixed, fixed, fixed, text);
        story.events().forEach(event -> grid.addRow(grid.getRowCount(), cells(event)));
        getChildren().addAll(heading, grid);
    }

    private Node[] cells(BatchEvent event) {
        var dot = new Circle(5);
        dot.getStyleClass().addAll("timeline-dot", event.isFault() ? "timeline-failed" : "timeline-done");
        var at = new Label(event.at() == null ? Messages.get("overview.run.nobody") : Formats.time(event.at()));
        if (event.at() != null) {
            at.setTooltip(new Tooltip(Formats.exactTime(event.at())));
        }
        String kind = event.kind() == null ? "other" : event.kind();
        String what = Messages.has("batch.event." + kind) ? Messages.get("batch.event." + kind) : kind;
        var by = new Label(event.by() == null ? Messages.get("overview.run.nobody") : Visible.value(event.by()));
        by.getStyleClass().add(Styles.TEXT_MUTED);
        String numbers = Messages.get("batch.event.records", event.records());
        String says = event.says() == null ? "" : Visible.value(event.says().replace('\n', ' '));
        var text = new Label(event.run() == null ? says + " (" + numbers + ")" : says);
        text.setWrapText(true);
        return new Node[] {dot, at, event.run() == null ? new Label(what) : run(event, what), by, text};
    }

    private Node run(BatchEvent event, String what) {
        var link = new Hyperlink(what);
        link.setId("event-" + event.run());
        link.setTooltip(new Tooltip(Messages.get("overview.run.open") + ": " + event.run()));
        link.setOnAction(e -> context.open(FigureQueries.run(event.run())));
        return link;
    }
}
