package barton.steward.ui.record;

import atlantafx.base.theme.Styles;
import barton.steward.catalog.Field;
import barton.steward.model.history.Moment;
import barton.steward.model.history.Past;
import barton.steward.model.query.Row;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.support.Formats;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Nodes;
import barton.steward.ui.support.ValueFormat;
import barton.steward.ui.task.Channel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The record as it was: a slider from before what is known first to now, and below it the fields as they were, to be looked at only.
final class PastPane extends VBox {
    private final AppContext context;
    private final RecordViewModel model;
    private final Channel reading;
    private final ToggleButton shown = new ToggleButton(Messages.get("past.show"));
    private final Slider slider = new Slider();
    private final Label when = new Label();
    private final Label standing = Nodes.hint("");
    private final GridPane grid = new GridPane();
    private final VBox then;
    private RecordId of;
    private Past past;
    /// The last moments of the instants at which the slider can stand.
    private List<Moment> stops = List.of();

    PastPane(AppContext context, RecordViewModel model) {
        this.context = context;
        this.model = model;
        this.reading = context.tasks().channel();
        getStyleClass().add("past");
        shown.setId("past-show");
        shown.getStyleClass().add(Styles.SMALL);
        slider.setId("past-slider");
        slider.setAccessibleText(Messages.get("past.slider"));
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.setBlockIncrement(1);
        slider.setSnapToTicks(true);
        slider.setShowTickMarks(true);
        when.setId("past-when");
        when.setWrapText(true);
        when.getStyleClass().add(Styles.TEXT_BOLD);
        standing.setId("past-standing");
        grid.setId("past-fields");
        grid.getStyleClass().add("field-grid");
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(new ColumnConstraints(104), values);
        then = new VBox(8, slider, when, standing, grid);
        Nodes.shownWhile(shown.selectedProperty(), then);
        setSpacing(8);
        getChildren().setAll(shown, then);
        shown.selectedProperty().addListener(o -> read());
        slider.valueProperty().addListener((o, was, now) -> {
            if (Math.round(was.doubleValue()) != Math.round(now.doubleValue())) {
                show();
            }
        });
        model.recordProperty().addListener((o, was, now) -> {
            if (now == null || !RecordId.of(now).equals(of)) {
                reading.drop();
                shown.setSelected(false);
            } else {
                read();
            }
        });
    }

    private void read() {
        Row row = model.record();
        if (!shown.isSelected() || row == null) {
            return;
        }
        of = RecordId.of(row);
        reading.run(Messages.get("task.history"), () -> context.session().history().past(row.table(), row.key()), this::take);
    }

    private void take(Past read) {
        past = read;
        var moments = read.moments();
        stops = moments.stream().filter(m -> moments.stream().noneMatch(later -> later.at().equals(m.at())
                && moments.indexOf(later) > moments.indexOf(m))).toList();
        slider.setDisable(stops.isEmpty());
        slider.setMax(Math.max(stops.size(), 1));
        slider.setValue(slider.getMax());
        show();
    }

    private void show() {
        int stop = (int) Math.round(slider.getValue());
        boolean now = stops.isEmpty() || stop == stops.size();
        when.setText(now ? Messages.get("past.now") : stop == 0 ? Messages.get("past.before", said(stops.getFirst()))
                : Messages.get("past.after", said(stops.get(stop - 1))));
        grid.getChildren().clear();
        if (now) {
            standing.setText(Messages.get(stops.isEmpty() ? "past.nothing" : "past.move"));
            return;
        }
        Instant at = stop == 0 ? stops.getFirst().at().minusNanos(1000) : stops.get(stop - 1).at();
        Past.State state = past.at(at);
        standing.setText(Messages.get(!state.there() ? "past.gone" : state.whole() ? "past.readonly" : "past.part"));
        if (state.there()) {
            var table = of.table();
            reading.run(Messages.get("task.history"), () -> context.session().history().row(table, state),
                    row -> fill(row, state.fields().keySet()));
        }
    }

    private static String said(Moment moment) {
        return Messages.get("past.moment", moment.what(), moment.executor(), Formats.time(moment.at()));
    }

    private void fill(Optional<Row> then, Set<String> known) {
        grid.getChildren().clear();
        then.ifPresent(row -> {
            int line = 0;
            for (Field field : row.table().fields()) {
                if (known.contains(field.name())) {
                    var name = new Label(Messages.field(row.table(), field));
                    name.setWrapText(true);
                    name.getStyleClass().addAll("field-name", Styles.TEXT_SMALL);
                    var value = new Label(ValueFormat.shown(field, row.get(field)));
                    value.setId("past-" + field.name());
                    value.setWrapText(true);
                    value.setMnemonicParsing(false);
                    grid.addRow(line++, name, value);
                }
            }
        });
    }
}
