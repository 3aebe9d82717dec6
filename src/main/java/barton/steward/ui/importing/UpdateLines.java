package barton.steward.ui.importing;

import atlantafx.base.theme.Styles;
import barton.steward.catalog.Field;
import barton.steward.config.Visible;
import barton.steward.model.update.UpdateKind;
import barton.steward.model.update.UpdateReport;
import barton.steward.model.update.UpdateReport.Line;
import barton.steward.ui.support.Formats;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Nodes;
import barton.steward.ui.support.ValueFormat;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The rows of the file, field by field: what the record says, what the file says, and what becomes of it.
final class UpdateLines extends VBox {
    private static final double ROW_HEIGHT = 28;

    private final UpdateViewModel model;

    UpdateLines(UpdateViewModel model) {
        this.model = model;
        getStyleClass().add("update-lines");
        var table = new TableView<>(model.lines());
        table.setId("update-lines");
        table.setAccessibleText(Messages.get("update.lines"));
        table.getStyleClass().addAll(Styles.DENSE, Styles.STRIPED);
        table.setFixedCellSize(ROW_HEIGHT);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(new Label(Messages.get("update.lines.none")));
        table.setMinHeight(ROW_HEIGHT * 4);
        table.setPrefSize(640, ROW_HEIGHT * 15);
        table.getColumns().add(column("line", 52, l -> Formats.number(l.line())));
        table.getColumns().add(column("kind", 84, l -> Messages.get("update.kind." + l.kind() + ".one")));
        table.getColumns().add(column("record", 124, l -> l.name() == null || l.name().isBlank() ? l.key() : Visible.value(l.name())));
        table.getColumns().add(column("field", 104, l -> l.field() == null ? "" : title(l.field())));
        table.getColumns().add(column("was", 118, l -> value(l, l.record())));
        table.getColumns().add(column("file", 118, l -> value(l, l.file())));
        table.getColumns().add(column("becomes", 170, this::becomes));
        VBox.setVgrow(table, Priority.ALWAYS);
        Label first = Nodes.hint("");
        first.setId("update-first");
        first.textProperty().bind(Bindings.createStringBinding(this::cut, model.reportProperty(), model.kindProperty()));
        getChildren().addAll(table, Nodes.shownWhile(first.textProperty().isNotEmpty(), first));
    }

    private String cut() {
        UpdateReport report = model.reportProperty().get();
        UpdateKind kind = model.kindProperty().get();
        boolean all = report == null || report.lines().stream().map(Line::kind).distinct().noneMatch(k -> (kind == null || kind == k)
                && report.lines().stream().filter(l -> l.kind() == k).count() >= UpdateReport.MOST_NAMED);
        return all ? "" : Messages.get("update.first", UpdateReport.MOST_NAMED);
    }

    private String becomes(Line line) {
        return switch (line.kind()) {
            case CHANGED -> line.written() ? value(line, line.file()) : Messages.get("update.stays", value(line, line.record()));
            case CONFLICT -> Messages.get("update.conflict");
            case LEFT -> line.reason();
            default -> "";
        };
    }

    private static String value(Line line, String text) {
        return line.field() == null ? "" : text == null ? ValueFormat.NULL : Visible.value(text);
    }

    private String title(String name) {
        return model.table().field(name).map((Field f) -> Messages.field(model.table(), f)).orElse(name);
    }

    private static TableColumn<Line, String> column(String name, double width, Function<Line, String> text) {
        var column = new TableColumn<Line, String>(Messages.get("update.column." + name));
        column.setId("update-column-" + name);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        return column;
    }
}
