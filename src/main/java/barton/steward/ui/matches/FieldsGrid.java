package barton.steward.ui.matches;

import atlantafx.base.theme.Styles;
import barton.steward.catalog.Field;
import barton.steward.catalog.Table;
import barton.steward.model.matching.MatchField;
import barton.steward.model.matching.MatchPair;
import barton.steward.model.query.Row;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.ValueFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import javafx.collections.WeakSetChangeListener;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/// Both sides of a pair field by field, with a sign where they differ and a box for what is to be taken over.
final class FieldsGrid extends GridPane {
    private static final List<Double> WIDTHS = List.of(96.0, 30.0, 44.0);

    private final ObservableSet<MatchField> copied;
    private final SetChangeListener<MatchField> onCopied = c -> showCopied();

    /// @param blind whether only what is plain is said, and not what the score counts as the same
    /// @param open  told of the row whose record is to be opened
    FieldsGrid(MatchPair pair, boolean blind, ObservableSet<MatchField> copied, Consumer<Row> open) {
        this.copied = copied;
        getStyleClass().add("compare-grid");
        columns();
        addRow(0, new Label(), side("matches-intake", pair.intake(), false, open), new Label(), copied(pair.other().table()),
                side("matches-other", pair.other(), pair.other().table().isIntake(), open));
        int line = 1;
        for (Comparison comparison : Comparison.of(pair, blind)) {
            add(line++, comparison, pair);
        }
        copied.addListener(new WeakSetChangeListener<>(onCopied));
        showCopied();
    }

    private void columns() {
        var names = new ColumnConstraints(WIDTHS.get(0));
        var one = value();
        var sign = new ColumnConstraints(WIDTHS.get(1));
        var box = new ColumnConstraints(WIDTHS.get(2));
        getColumnConstraints().addAll(names, one, sign, box, value());
    }

    private static ColumnConstraints value() {
        var column = new ColumnConstraints(100, 200, Double.MAX_VALUE);
        column.setHgrow(Priority.ALWAYS);
        return column;
    }

    private static Hyperlink side(String id, Row row, boolean older, Consumer<Row> open) {
        String key = row.table().isIntake() ? older ? "matches.side.older" : "matches.side.intake" : "matches.side.master";
        var link = new Hyperlink(Messages.get(key, row.key().toString()));
        link.setId(id);
        link.getStyleClass().add("compare-side");
        link.setWrapText(true);
        link.setTooltip(new Tooltip(Messages.get("record.open")));
        link.setOnAction(e -> open.accept(row));
        return link;
    }

    private static Label copied(Table into) {
        var label = new Label(Messages.get("matches.take"));
        label.getStyleClass().add(Styles.TEXT_MUTED);
        label.setTooltip(new Tooltip(Messages.get(into.isIntake() ? "matches.take.intake" : "matches.take.master")));
        return label;
    }

    private void add(int line, Comparison comparison, MatchPair pair) {
        MatchField field = comparison.field();
        var name = new Label(Messages.field(pair.intake().table(), field.intake()));
        name.getStyleClass().add("field-name");
        String mark = comparison.mark().name();
        var sign = new Label(Messages.get("matches.sign." + mark));
        sign.setId("matches-sign-" + field.name());
        sign.getStyleClass().add("compare-sign");
        sign.setTooltip(new Tooltip(Messages.get("matches.mark." + mark)));
        sign.setAccessibleText(name.getText() + ": " + Messages.get("matches.mark." + mark));
        Node box = comparison.takeable() ? box(field, name.getText(), pair.other().table()) : new Label();
        List<Node> cells = List.of(name, value(field.intake(), comparison.intake()), sign, box,
                value(field.in(pair.other().table()), comparison.other()));
        for (int column = 0; column < cells.size(); column++) {
            var cell = new StackPane(cells.get(column));
            cell.getStyleClass().addAll("compare-cell", "compare-" + mark.toLowerCase(Messages.LOCALE));
            add(cell, column, line);
        }
    }

    private CheckBox box(MatchField field, String name, Table into) {
        var box = new CheckBox();
        box.setId("matches-take-" + field.name());
        box.setUserData(field);
        String does = Messages.get(into.isIntake() ? "matches.take.field.intake" : "matches.take.field.master", name);
        box.setAccessibleText(does);
        box.setTooltip(new Tooltip(does));
        box.setOnAction(e -> {
            if (box.isSelected()) {
                copied.add(field);
            } else {
                copied.remove(field);
            }
        });
        return box;
    }

    private static Label value(Field field, Object value) {
        boolean none = value == null || value.toString().isBlank();
        var label = new Label(ValueFormat.shown(field, value));
        label.setWrapText(true);
        label.getStyleClass().add(none ? "null-value" : "compare-value");
        return label;
    }

    private void showCopied() {
        getChildren().stream().flatMap(cell -> cell instanceof StackPane pane ? pane.getChildren().stream() : Stream.of())
                .filter(CheckBox.class::isInstance).map(CheckBox.class::cast)
                .forEach(box -> box.setSelected(copied.contains((MatchField) box.getUserData())));
    }
}
