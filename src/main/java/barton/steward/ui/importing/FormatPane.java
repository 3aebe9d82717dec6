package barton.steward.ui.importing;

import barton.steward.model.file.FileKind;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Nodes;
import barton.steward.ui.support.Shown;
import java.nio.charset.Charset;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// How the file is written, where that was not recognised rightly.
final class FormatPane extends VBox {
    FormatPane(FileChoice file) {
        ComboBox<Charset> charset = choice("import-charset", FileChoice.CHARSETS, file.charsetProperty(), Charset::displayName);
        ComboBox<Character> delimiter = choice("import-delimiter", FileChoice.DELIMITERS, file.delimiterProperty(),
                c -> Messages.get("import.delimiter." + (int) c));
        ComboBox<String> sheet = choice("import-sheet", List.of(), file.sheetProperty(), Function.identity());
        file.readProperty().addListener((o, was, now) -> {
            if (now != null && !sheet.getItems().equals(now.preview().format().sheets())) {
                String shown = now.preview().format().sheet();
                sheet.getItems().setAll(now.preview().format().sheets());
                sheet.setValue(shown);
            }
        });
        var line = new TextField();
        line.setId("import-header-line");
        line.setPrefColumnCount(4);
        line.setTooltip(new Tooltip(Messages.get("import.header.hint")));
        line.setText(file.headerLineProperty().get());
        file.headerLineProperty().addListener((o, was, now) -> line.setText(now));
        line.setOnAction(e -> file.headerLineProperty().set(line.getText()));
        line.focusedProperty().addListener((o, was, focused) -> {
            if (!focused) {
                file.headerLineProperty().set(line.getText());
            }
        });
        ObservableValue<Boolean> book = file.readProperty().map(read -> read.preview().format().kind() == FileKind.EXCEL).orElse(false);
        ObservableValue<Boolean> cells = file.readProperty().map(read -> read.preview().format().kind() == FileKind.DELIMITED).orElse(true);
        ObservableValue<Boolean> text = book.map(b -> !b);
        var row = new HBox(Nodes.shownWhile(text, Nodes.labelled(Messages.get("import.charset"), charset)),
                Nodes.shownWhile(cells, Nodes.labelled(Messages.get("import.delimiter"), delimiter)),
                Nodes.shownWhile(book, Nodes.labelled(Messages.get("import.sheet"), sheet)),
                Nodes.labelled(Messages.get("import.header"), line));
        row.getStyleClass().add("form-row");
        var uneven = new CheckBox(Messages.get("import.uneven"));
        uneven.setId("import-uneven");
        uneven.selectedProperty().bindBidirectional(file.unevenRowsProperty());
        getStyleClass().add("form-options");
        getChildren().addAll(row, Nodes.shownWhile(cells, uneven));
    }

    private static <T> ComboBox<T> choice(String id, List<T> values, Property<T> value, Function<T, String> text) {
        var choice = new ComboBox<T>(FXCollections.observableArrayList(values));
        choice.setId(id);
        choice.setPromptText(Messages.get("import.unrecognised"));
        choice.setConverter(Shown.as(text));
        choice.valueProperty().bindBidirectional(value);
        return choice;
    }
}
