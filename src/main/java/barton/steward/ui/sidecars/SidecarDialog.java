package barton.steward.ui.sidecars;

import barton.steward.catalog.Field;
import barton.steward.catalog.FieldType;
import barton.steward.catalog.Table;
import barton.steward.model.history.EditResult;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.controls.ChipsField;
import barton.steward.ui.support.Explained;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.ModalBox;
import barton.steward.ui.support.Nodes;
import barton.steward.ui.support.ProblemLine;
import barton.steward.ui.table.JsonPane;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Makes or changes the sidecar of a company or a person.
public final class SidecarDialog {
    private static final double WIDTH = 560;
    private static final int JSON_LINES = 6;

    private final AppContext context;
    private final SidecarViewModel model;
    private final Table table;
    private final List<ChipsField> chips = new ArrayList<>();

    private SidecarDialog(AppContext context, Table sidecars, String key) {
        this.context = context;
        this.table = sidecars;
        this.model = new SidecarViewModel(context.session(), context.tasks(), sidecars, key);
    }

    /// @param sidecars the table of sidecars
    /// @param key      of the company or person
    public static void open(AppContext context, Table sidecars, String key) {
        new SidecarDialog(context, sidecars, key).show();
    }

    private void show() {
        Label of = Nodes.heading("");
        of.setId("sidecar-of");
        of.textProperty().bind(model.nameProperty());
        Label none = Nodes.hint(Messages.get("sidecar.none"));
        none.setId("sidecar-none");
        var form = new VBox(of, Nodes.shownWhile(model.readProperty().map(r -> r.version() == 0).orElse(false), none));
        model.fields().forEach(field -> form.getChildren().add(editor(field)));
        form.getStyleClass().add("form");
        var scroll = new ScrollPane(form);
        scroll.setFitToWidth(true);
        scroll.setPrefWidth(WIDTH);
        var content = new VBox(scroll, new ProblemLine("sidecar-problem", model.problemProperty()));
        content.getStyleClass().add("modal-content");
        var box = new ModalBox("sidecar", Messages.get("sidecar.title"), content);
        box.cancel(Messages.get("dialog.cancel"));
        Button ok = box.action("sidecar-ok", Messages.get("sidecar.ok"), () -> {
            chips.forEach(ChipsField::commit);
            model.save(saved -> saved(box, saved));
        });
        Explained.when(model.readProperty().isNotNull(), Messages.get("whynot.reading"), ok);
        context.dialogs().show(box);
        model.load();
    }

    private Node editor(Field field) {
        String id = "sidecar-" + field.name();
        String title = Messages.field(table, field);
        if (field.type() == FieldType.TEXT_ARRAY) {
            var words = new ChipsField(id, title, model.words(field));
            chips.add(words);
            return words;
        }
        if (field.type() == FieldType.JSON) {
            var text = new TextArea();
            text.setId(id);
            text.setAccessibleText(title);
            text.setPrefRowCount(JSON_LINES);
            text.getStyleClass().add("code");
            text.textProperty().bindBidirectional(model.text(field));
            var label = new Label(title);
            label.getStyleClass().add("form-label");
            label.setLabelFor(text);
            var pair = new VBox(label, new JsonPane("sidecar-" + field.name(), title, text));
            pair.getStyleClass().add("form-pair");
            return pair;
        }
        var text = new TextField();
        text.setId(id);
        text.textProperty().bindBidirectional(model.text(field));
        return Nodes.labelled(title, text);
    }

    private void saved(ModalBox box, EditResult.Saved saved) {
        box.close();
        if (saved.actionId() != 0) {
            context.notices().say(Messages.get("record.saved", Messages.table(table)), Messages.get("history.undo"),
                    () -> context.undo(saved.actionId()));
            context.changed(table);
        }
    }
}
