package barton.steward.ui.importing;

import atlantafx.base.theme.Styles;
import barton.steward.catalog.Field;
import barton.steward.catalog.Table;
import barton.steward.ui.controls.SideBySide;
import barton.steward.ui.importing.ColumnMapping.Target;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Nodes;
import barton.steward.ui.support.ProblemLine;
import java.util.List;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What is asked before an import: the file, its columns, and beside them how it is written and where its rows go.
final class ImportForm extends VBox {
    private static final double COLUMNS_SHARE = 0.55;
    private static final double BESIDE = 760;
    private static final double LEAST_ROWS = 150;
    private static final double USUAL_ROWS = 340;

    private final ImportViewModel model;
    private final PurposePane purpose;
    private final Runnable profiling;

    /// @param profiling tells what is in the columns of the file
    ImportForm(ImportViewModel model, Runnable profiling) {
        this.model = model;
        this.profiling = profiling;
        this.purpose = new PurposePane(model);
        getStyleClass().add("form");
        var known = model.file().readProperty().isNotNull();
        var both = new SideBySide(Nodes.shownWhile(known, columns()), settings(known), COLUMNS_SHARE, BESIDE);
        VBox.setVgrow(both, Priority.ALWAYS);
        getChildren().addAll(new FilePane(model), new ProblemLine("import-problem", model.problemProperty()),
                Nodes.shownWhile(known, purpose), Nodes.shownWhile(known.or(model.problemProperty().isNotNull()), both));
    }

    /// Which header fills which column; what is left, and under which name it is kept.
    private Region columns() {
        var rows = new ScrollPane(mapping());
        rows.setFitToWidth(true);
        rows.setFocusTraversable(false);
        rows.getStyleClass().add("import-scroll");
        rows.setMinHeight(LEAST_ROWS);
        rows.setPrefHeight(USUAL_ROWS);
        VBox.setVgrow(rows, Priority.ALWAYS);
        var columns = new VBox(rows, unused(), new MappingNames(model));
        columns.getStyleClass().add("form");
        return columns;
    }

    private Region settings(BooleanBinding known) {
        ObservableValue<Boolean> brings = model.update().tableProperty().isNull();
        var options = new VBox(numbers(), wholeOrNothing());
        options.getStyleClass().add("form-options");
        var preview = model.file().readProperty().map(read -> read.preview().file());
        var first = new PreviewTable(preview);
        VBox.setVgrow(first, Priority.ALWAYS);
        var details = new VBox(Nodes.shownWhile(brings, batch()), Nodes.shownWhile(brings.map(b -> !b), purpose.records()),
                new CheckPane(model, profiling), Nodes.shownWhile(brings, options), first);
        details.getStyleClass().add("form");
        VBox.setVgrow(details, Priority.ALWAYS);
        var settings = new VBox(new FormatPane(model.file()), Nodes.shownWhile(known, details));
        settings.getStyleClass().add("form");
        return settings;
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
        batch.setPrefColumnCount(20);
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
        var all = new VBox(row, Nodes.shownWhile(choice.noteProperty().isNotEmpty(), note),
                Nodes.shownWhile(choice.sameFileProperty(), again), Nodes.shownWhile(choice.fileNoteProperty().isNotEmpty(), fileNote),
                Nodes.shownWhile(choice.stateNoteProperty().isNotEmpty(), stateNote));
        all.getStyleClass().add("form-options");
        return all;
    }

    private Node numbers() {
        var lower = new CheckBox(Messages.get("import.lower"));
        lower.setId("import-lower");
        lower.setWrapText(true);
        lower.setMinHeight(USE_PREF_SIZE);
        lower.selectedProperty().bindBidirectional(model.lowerEndsProperty());
        return lower;
    }

    private Node wholeOrNothing() {
        var whole = new CheckBox(Messages.get("import.whole"));
        whole.setId("import-whole");
        whole.selectedProperty().bindBidirectional(model.wholeOrNothingProperty());
        return Nodes.explained(whole, Messages.get("import.whole.hint"));
    }

    /// What stewards call the column of intake.
    private String name(String column) {
        Table intake = model.entity().intake();
        Field field = intake.fields().stream().filter(f -> f.name().equals(column)).findFirst().orElseThrow();
        return Messages.field(intake, field);
    }
}
