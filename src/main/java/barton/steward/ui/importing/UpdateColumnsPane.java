package barton.steward.ui.importing;

import barton.steward.catalog.Field;
import barton.steward.model.update.UpdateReport.FieldDiff;
import barton.steward.model.update.Winner;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Nodes;
import barton.steward.ui.support.Shown;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The columns in which file and records differ: who wins in each, and what that comes to.
final class UpdateColumnsPane extends VBox {
    private final UpdateViewModel model;
    private final GridPane grid = new GridPane();
    private List<String> shown = List.of();

    UpdateColumnsPane(UpdateViewModel model) {
        this.model = model;
        getStyleClass().add("update-columns");
        grid.getStyleClass().add("update-grid");
        var scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("import-scroll");
        scroll.setAccessibleText(Messages.get("update.columns"));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var none = Nodes.hint(Messages.get("update.columns.none"));
        none.setId("update-columns-none");
        getChildren().addAll(Nodes.heading(Messages.get("update.columns")), all(), none, scroll);
        model.fields().addListener((ListChangeListener<FieldDiff>) c -> show());
        show();
        Nodes.shownWhile(Bindings.isEmpty(model.fields()), none);
        Nodes.shownWhile(Bindings.isNotEmpty(model.fields()), scroll);
    }

    private FlowPane all() {
        var row = new FlowPane();
        row.getStyleClass().add("update-all");
        row.getChildren().add(new Label(Messages.get("update.all")));
        Stream.of(Winner.values()).forEach(winner -> {
            var link = new Hyperlink(Messages.get("update.winner." + winner));
            link.setId("update-all-" + winner.word());
            link.setOnAction(e -> model.all(winner));
            row.getChildren().add(link);
        });
        return Nodes.shownWhile(Bindings.size(model.fields()).greaterThan(1), row);
    }

    /// The controls stay while only numbers change: the keyboard is in one of them.
    private void show() {
        List<String> names = model.fields().stream().map(FieldDiff::field).toList();
        if (!names.equals(shown)) {
            shown = names;
            grid.getChildren().clear();
            for (int i = 0; i < names.size(); i++) {
                add(names.get(i), i);
            }
        }
        model.fields().forEach(f -> ((Label) grid.lookup("#update-facts-" + f.field())).setText(facts(f)));
    }

    private void add(String name, int row) {
        Field field = model.table().field(name).orElseThrow();
        String title = Messages.field(model.table(), field);
        var winner = new ComboBox<>(FXCollections.observableArrayList(Winner.values()));
        winner.setId("update-winner-" + name);
        winner.setConverter(Shown.as(w -> Messages.get("update.winner." + w)));
        winner.valueProperty().bindBidirectional(model.winner(name));
        winner.setAccessibleText(title);
        winner.setMinWidth(USE_PREF_SIZE);
        var label = new Label(title);
        label.setLabelFor(winner);
        label.getStyleClass().add("update-column");
        Label facts = Nodes.hint("");
        facts.setId("update-facts-" + name);
        winner.setMaxWidth(Double.MAX_VALUE);
        GridPane.setHgrow(winner, Priority.ALWAYS);
        grid.addRow(2 * row, label, winner);
        grid.add(facts, 1, 2 * row + 1);
    }

    private static String facts(FieldDiff f) {
        var parts = new LinkedHashMap<String, Long>();
        parts.put("fills", f.fills());
        parts.put("overwrites", f.overwrites());
        parts.put("empties", f.empties());
        parts.put("kept", f.kept());
        String said = parts.entrySet().stream().filter(p -> p.getValue() > 0)
                .map(p -> Messages.get("update.facts." + p.getKey(), p.getValue())).collect(Collectors.joining(", "));
        return said.isEmpty() ? Messages.get("update.facts.none") : said;
    }
}
