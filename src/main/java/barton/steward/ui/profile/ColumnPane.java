package barton.steward.ui.profile;

import barton.steward.config.Visible;
import barton.steward.model.profile.ColumnProfile;
import barton.steward.model.profile.ValueCount;
import barton.steward.model.query.Query;
import barton.steward.service.profile.ColumnQueries;
import barton.steward.ui.controls.Bar;
import barton.steward.ui.controls.Figure;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Nodes;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One column in full; every figure opens its rows.
final class ColumnPane extends VBox {
    private static final int MOST = 15;

    private final ColumnProfile column;
    private final Optional<ColumnQueries> queries;
    private final Consumer<Query> open;

    /// @param queries empty where the rows cannot be asked, because they are those of a file
    ColumnPane(String title, ColumnProfile column, Optional<ColumnQueries> queries, Consumer<Query> open) {
        this.column = column;
        this.queries = queries;
        this.open = open;
        getStyleClass().add("profile-detail");
        getChildren().addAll(Nodes.heading(title), parts());
        if (column.filled() > 0) {
            Label ends = Nodes.hint(Messages.get("profile.ends", column.distinct(), Visible.value(column.least()),
                    Visible.value(column.most())));
            ends.setId("profile-ends");
            getChildren().addAll(ends, Nodes.heading(Messages.get("profile.values")),
                    counts("value", column.values(), v -> queries.flatMap(q -> q.value(v))),
                    Nodes.heading(Messages.get("profile.shapes")), Nodes.hint(Messages.get("profile.shapes.hint")),
                    counts("shape", column.shapes(), s -> queries.flatMap(q -> q.shape(s))));
        }
    }

    private Node parts() {
        GridPane grid = grid();
        part(grid, "fine", column.fine(), "bar-success", queries.map(ColumnQueries::fine));
        part(grid, "error", column.inError(), "bar-danger", queries.map(ColumnQueries::inError));
        part(grid, "placeholder", column.placeholder(), "bar-neutral", queries.map(ColumnQueries::placeholder));
        part(grid, "empty", column.empty(), "bar-neutral", queries.map(ColumnQueries::empty));
        return grid;
    }

    private void part(GridPane grid, String name, long rows, String kind, Optional<Query> query) {
        String text = Messages.get("profile.part." + name);
        line(grid, "profile-" + name, text, rows, kind, query, rows / (double) Math.max(1, column.rows()));
    }

    private Node counts(String kind, List<ValueCount> counts, Function<String, Optional<Query>> query) {
        GridPane grid = grid();
        for (int i = 0; i < Math.min(MOST, counts.size()); i++) {
            ValueCount count = counts.get(i);
            line(grid, "profile-" + kind + "-" + i, Visible.value(count.value()), count.rows(), "bar-accent", query.apply(count.value()),
                    count.rows() / (double) Math.max(1, column.filled()));
        }
        return grid;
    }

    private void line(GridPane grid, String id, String text, long rows, String kind, Optional<Query> query, double share) {
        var figure = new Figure(id, rows, text, () -> query.ifPresent(open));
        figure.setDisable(rows == 0 || query.isEmpty());
        var name = new Label(text);
        name.setTooltip(new Tooltip(text));
        name.getStyleClass().add("profile-value");
        grid.addRow(grid.getRowCount(), figure, name, new Bar(kind, share));
    }

    private static GridPane grid() {
        var grid = new GridPane();
        grid.getStyleClass().add("funnel-grid");
        var numbers = new ColumnConstraints();
        numbers.setHalignment(HPos.RIGHT);
        numbers.setMinWidth(56);
        var bars = new ColumnConstraints();
        bars.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(numbers, new ColumnConstraints(), bars);
        return grid;
    }
}
