package barton.steward.ui.importing;

import atlantafx.base.theme.Styles;
import barton.steward.catalog.Field;
import barton.steward.catalog.Table;
import barton.steward.ui.importing.ColumnMapping.Target;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Nodes;
import barton.steward.ui.support.ProblemLine;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What is asked before an import: the file and how it is written, its columns, the batch.
final class ImportForm extends VBox {
    private final ImportViewModel model;

    ImportForm(ImportViewModel model) {
        this.model = model;
        getStyleClass().add("form");
        var preview = model.file().readProperty().map(read -> read.preview().file());
        var details = new VBox(new PreviewTable(preview), new CheckPane(model), new MappingNames(model), mapping(), unused(), numbers(),
                wholeOrNothing());
        details.getStyleClass().add("form");
        var known = model.file().readProperty().isNotNull();
        var settings = new HBox(new FormatPane(model.file()), Nodes.shownWhile(known, batch()));
        settings.getStyleClass().add("import-settings");
        getChildren().addAll(new FilePane(model), new ProblemLine("import-problem", model.problemProperty()),
                Nodes.shownWhile(known.or(model.problemProperty().isNotNull()), settings), Nodes.shownWhile(known, details));
    }

    private Node mapping() {
        var rows = new VBox();
        rows.setId("import-mapping");
        rows.getStyleClass().add("mapping-rows");
        for (Target target : model.mapping().targets()) {
            rows.getChildren().add(new MappingRow(model.mapping(), target, name(target.column())));
        }
        return rows;
    }

    private Node unused() {
        Label label = Nodes.hint("");
        label.setId("import-unused");
        Runnable update = () -> {
            List<String> unused = model.mapping().unused();
            label.setText(unused.isEmpty() ? Messages.get("import.unused.none")
                    : Messages.get("import.unused", unused.size(), String.join(", ", unused)));
        };
        model.mapping().unused().addListener((ListChangeListener<String>) c -> update.run());
        update.run();
        return label;
    }

    private Node batch() {
        var choice = model.batch();
        var state = new TextField();
        state.setId("import-state");
        state.setPrefColumnCount(8);
        state.setTooltip(new Tooltip(Messages.get("import.state.hint")));
        state.setPromptText(Messages.get("import.state.prompt"));
        state.textProperty().bindBidirectional(choice.stateProperty());
        var batch = new TextField();
        batch.setId("import-batch");
        batch.setPrefColumnCount(24);
        batch.textProperty().bindBidirectional(choice.idProperty());
        var row = new HBox(Nodes.labelled(Messages.get("import.batch"), batch), Nodes.labelled(Messages.get("import.state"), state));
        row.getStyleClass().add("form-row");
        Label note = Nodes.hint("");
        note.setId("import-batch-note");
        note.textProperty().bind(choice.noteProperty());
        var again = new CheckBox(Messages.get("import.again"));
        again.setId("import-again");
        again.selectedProperty().bindBidirectional(choice.againProperty());
        Label fileNote = Nodes.hint("");
        fileNote.setId("import-file-note");
        fileNote.textProperty().bind(choice.fileNoteProperty());
        Label stateNote = Nodes.hint("");
        stateNote.setId("import-state-note");
        stateNote.getStyleClass().add(Styles.DANGER);
        stateNote.textProperty().bind(choice.stateNoteProperty());
        return new VBox(row, Nodes.shownWhile(choice.noteProperty().isNotEmpty(), note),
                Nodes.shownWhile(choice.sameFileProperty(), again), Nodes.shownWhile(choice.fileNoteProperty().isNotEmpty(), fileNote),
                Nodes.shownWhile(choice.stateNoteProperty().isNotEmpty(), stateNote));
    }

    private Node numbers() {
        var lower = new CheckBox(Messages.get("import.lower"));
        lower.setId("import-lower");
        lower.selectedProperty().bindBidirectional(model.lowerEndsProperty());
        return lower;
    }

    private Node wholeOrNothing() {
        var whole = new CheckBox(Messages.get("import.whole"));
        whole.setId("import-whole");
        whole.selectedProperty().bindBidirectional(model.wholeOrNothingProperty());
        return new VBox(whole, Nodes.hint(Messages.get("import.whole.hint")));
    }

    /// What stewards call the column of intake.
    private String name(String column) {
        Table intake = model.entity().intake();
        Field field = intake.fields().stream().filter(f -> f.name().equals(column)).findFirst().orElseThrow();
        return Messages.field(intake, field);
    }
}
