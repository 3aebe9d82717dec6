package barton.steward.ui.importing;

import barton.steward.catalog.Field;
import barton.steward.catalog.Table;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Nodes;
import barton.steward.ui.support.Shown;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/// What the file is for: to bring new rows, or to update records of intake or of master.
final class PurposePane extends FlowPane {
    private final UpdateChoice choice;

    PurposePane(ImportViewModel model) {
        this.choice = model.update();
        getStyleClass().add("form-choices");
        setAccessibleText(Messages.get("import.purpose"));
        var group = new ToggleGroup();
        getChildren().add(radio(group, "import-brings", Messages.get("import.purpose.brings"), null));
        Stream.of(model.entity().intake(), model.entity().master()).forEach(table -> getChildren().add(
                radio(group, "import-updates-" + table, Messages.get("import.purpose.updates", Messages.table(table)), table)));
        choice.tableProperty().subscribe(table -> group.getToggles().stream().filter(t -> t.getUserData() == table).findFirst()
                .ifPresent(group::selectToggle));
        group.selectedToggleProperty().addListener((o, was, now) -> choice.tableProperty().set((Table) now.getUserData()));
    }

    private static RadioButton radio(ToggleGroup group, String id, String text, Table table) {
        var radio = new RadioButton(text);
        radio.setId(id);
        radio.setUserData(table);
        radio.setToggleGroup(group);
        return radio;
    }

    /// By which column the file names the records, and which of them are meant.
    Node records() {
        var key = new ComboBox<Field>(choice.keys());
        key.setId("import-key");
        key.setPromptText(Messages.get("import.key.none"));
        key.setConverter(Shown.as(f -> Messages.field(choice.tableProperty().get(), f)));
        key.valueProperty().bindBidirectional(choice.keyProperty());
        key.setTooltip(new Tooltip(Messages.get("import.key.hint")));
        var batch = new TextField();
        batch.setId("import-only-batch");
        batch.setPrefColumnCount(16);
        batch.setPromptText(Messages.get("import.onlybatch.prompt"));
        batch.textProperty().bindBidirectional(choice.batchProperty());
        var row = new HBox(Nodes.labelled(Messages.get("import.key"), key),
                Nodes.shownWhile(choice.tableProperty().map(Table::isIntake).orElse(false),
                        Nodes.labelled(Messages.get("import.onlybatch"), batch)));
        row.getStyleClass().add("form-row");
        return row;
    }
}
