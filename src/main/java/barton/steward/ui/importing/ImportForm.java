package barton.steward.ui.importing;

import atlantafx.base.theme.Styles;
import barton.steward.catalog.Field;
import barton.steward.catalog.Table;
import barton.steward.model.intake.ImportPreview;
import barton.steward.ui.importing.ColumnMapping.Target;
import barton.steward.ui.support.FilePick;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Nodes;
import barton.steward.ui.support.ProblemLine;
import barton.steward.ui.support.Shown;
import java.nio.charset.Charset;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What is asked before an import: the file and how it is written, its columns, the batch.
final class ImportForm extends VBox {
    private static final int MAPPING_COLUMNS = 3;

    private final ImportViewModel model;
    private final TextField path = new TextField();
    private String read;

    ImportForm(ImportViewModel model) {
        this.model = model;
        this.read = model.pathProperty().get();
        getStyleClass().add("form");
        var details = new VBox(new PreviewTable(model.previewProperty().map(ImportPreview::file)), mapping(), unused(), wholeOrNothing());
        details.getStyleClass().add("form");
        getChildren().addAll(fileRow(), new ProblemLine("import-problem", model.problemProperty()), settings(),
                Nodes.shownWhile(model.previewProperty().isNotNull(), details));
    }

    private Node fileRow() {
        path.setId("import-path");
        path.textProperty().bindBidirectional(model.pathProperty());
        path.setPromptText(Messages.get("import.path.prompt"));
        path.setOnAction(e -> read());
        path.focusedProperty().addListener((o, was, focused) -> {
            if (!focused && !path.getText().equals(read)) {
                read();
            }
        });
        var browse = new Button(Messages.get("file.browse"), new FontIcon(Feather.FOLDER));
        browse.setId("import-browse");
        browse.setOnAction(e -> FilePick.open(this, Messages.get("import.choose." + model.entity())).ifPresent(file -> {
            path.setText(file);
            read();
        }));
        VBox pair = Nodes.labelled(Messages.get("import.path"), path);
        HBox.setHgrow(pair, Priority.ALWAYS);
        var row = new HBox(pair, browse);
        row.getStyleClass().add("form-row");
        return row;
    }

    private void read() {
        read = path.getText();
        model.read();
    }

    private Node settings() {
        var known = model.previewProperty().isNotNull();
        var row = new HBox(format(), Nodes.shownWhile(known, batch()));
        row.getStyleClass().add("import-settings");
        return Nodes.shownWhile(known.or(model.problemProperty().isNotNull()), row);
    }

    private Node format() {
        ComboBox<Charset> charset = choice("import-charset", ImportViewModel.CHARSETS, model.charsetProperty(), Charset::displayName);
        ComboBox<Character> delimiter = choice("import-delimiter", ImportViewModel.DELIMITERS, model.delimiterProperty(),
                c -> Messages.get("import.delimiter." + (int) c));
        var row = new HBox(Nodes.labelled(Messages.get("import.charset"), charset),
                Nodes.labelled(Messages.get("import.delimiter"), delimiter));
        row.getStyleClass().add("form-row");
        return row;
    }

    private static <T> ComboBox<T> choice(String id, List<T> values, Property<T> value, Function<T, String> text) {
        var choice = new ComboBox<T>(FXCollections.observableArrayList(values));
        choice.setId(id);
        choice.setPromptText(Messages.get("import.unrecognised"));
        choice.setConverter(Shown.as(text));
        choice.valueProperty().bindBidirectional(value);
        return choice;
    }

    private Node mapping() {
        var grid = new GridPane();
        grid.setId("import-mapping");
        grid.getStyleClass().add("form-grid");
        for (int i = 0; i < MAPPING_COLUMNS; i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / MAPPING_COLUMNS);
            grid.getColumnConstraints().add(column);
        }
        List<Target> targets = model.mapping().targets();
        int perColumn = Math.ceilDiv(targets.size(), MAPPING_COLUMNS);
        for (int i = 0; i < targets.size(); i++) {
            Target target = targets.get(i);
            grid.add(new HeaderChoice(target, name(target.column()), model.mapping().headers()), i / perColumn, i % perColumn);
        }
        return grid;
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
        var state = new TextField();
        state.setId("import-state");
        state.setPrefColumnCount(8);
        state.setTooltip(new Tooltip(Messages.get("import.state.hint")));
        state.setPromptText(Messages.get("import.state.prompt"));
        state.textProperty().bindBidirectional(model.stateProperty());
        var batch = new TextField();
        batch.setId("import-batch");
        batch.setPrefColumnCount(24);
        batch.textProperty().bindBidirectional(model.batchProperty());
        var row = new HBox(Nodes.labelled(Messages.get("import.batch"), batch), Nodes.labelled(Messages.get("import.state"), state));
        row.getStyleClass().add("form-row");
        Label note = Nodes.hint("");
        note.setId("import-batch-note");
        note.textProperty().bind(model.batchNoteProperty());
        var again = new CheckBox(Messages.get("import.again"));
        again.setId("import-again");
        again.selectedProperty().bindBidirectional(model.againProperty());
        Label fileNote = Nodes.hint("");
        fileNote.setId("import-file-note");
        fileNote.textProperty().bind(model.fileNoteProperty());
        Label stateNote = Nodes.hint("");
        stateNote.setId("import-state-note");
        stateNote.getStyleClass().add(Styles.DANGER);
        stateNote.textProperty().bind(model.stateNoteProperty());
        return new VBox(row, Nodes.shownWhile(model.batchNoteProperty().isNotEmpty(), note),
                Nodes.shownWhile(model.sameFileProperty(), again), Nodes.shownWhile(model.fileNoteProperty().isNotEmpty(), fileNote),
                Nodes.shownWhile(model.stateNoteProperty().isNotEmpty(), stateNote));
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
