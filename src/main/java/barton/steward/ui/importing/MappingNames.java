package barton.steward.ui.importing;

import barton.steward.model.intake.FileMapping;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Nodes;
import barton.steward.ui.support.Shown;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Under which name the mapping is kept, and those with a name.
final class MappingNames extends VBox {
    MappingNames(ImportViewModel model) {
        MappingMemory memory = model.memory();
        var name = new TextField();
        name.setId("import-mapping-name");
        name.setPromptText(Messages.get("import.mapping.name.prompt"));
        name.setPrefColumnCount(18);
        name.textProperty().bindBidirectional(memory.nameProperty());
        var known = new ComboBox<FileMapping>(memory.named());
        known.setId("import-mapping-known");
        known.setPromptText(Messages.get("import.mapping.choose"));
        known.setConverter(Shown.as(FileMapping::name));
        known.valueProperty().addListener((o, was, now) -> {
            if (now != null) {
                model.useMapping(now.name());
            }
        });
        Label note = Nodes.hint("");
        note.setId("import-mapping-note");
        note.textProperty().bind(memory.noteProperty());
        var row = new HBox(Nodes.labelled(Messages.get("import.mapping.name"), name),
                Nodes.shownWhile(Bindings.isNotEmpty(memory.named()), Nodes.labelled(Messages.get("import.mapping.known"), known)));
        row.getStyleClass().add("form-row");
        getChildren().addAll(row, Nodes.shownWhile(memory.noteProperty().isNotEmpty(), note));
    }
}
