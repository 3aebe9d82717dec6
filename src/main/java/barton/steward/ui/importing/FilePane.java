package barton.steward.ui.importing;

import barton.steward.ui.support.FilePick;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Nodes;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Where the file is: typed, chosen or dropped.
final class FilePane extends HBox {
    private final FileChoice file;
    private final TextField path = new TextField();

    FilePane(ImportViewModel model) {
        this.file = model.file();
        getStyleClass().add("form-row");
        path.setId("import-path");
        path.textProperty().bindBidirectional(file.pathProperty());
        path.setPromptText(Messages.get("import.path.prompt"));
        path.setOnAction(e -> file.read());
        path.focusedProperty().addListener((o, was, focused) -> {
            if (!focused && file.isAnother()) {
                file.read();
            }
        });
        var browse = new Button(Messages.get("file.browse"), new FontIcon(Feather.FOLDER));
        browse.setId("import-browse");
        browse.setOnAction(e -> FilePick.open(this, Messages.get("import.choose." + model.entity())).ifPresent(chosen -> {
            path.setText(chosen);
            file.read();
        }));
        VBox pair = Nodes.labelled(Messages.get("import.path"), path);
        HBox.setHgrow(pair, Priority.ALWAYS);
        getChildren().addAll(pair, browse);
    }
}
