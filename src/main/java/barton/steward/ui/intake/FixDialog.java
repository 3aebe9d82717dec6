package barton.steward.ui.intake;

import barton.steward.model.validation.Fix;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.actions.BulkDialogs;
import barton.steward.ui.actions.Target;
import barton.steward.ui.intake.FixViewModel.Kind;
import barton.steward.ui.support.Dialogs;
import barton.steward.ui.support.Explained;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.ModalBox;
import barton.steward.ui.support.Nodes;
import barton.steward.ui.support.ProblemLine;
import barton.steward.ui.support.Shown;
import barton.steward.ui.task.Delay;
import barton.steward.ui.virtual.RowsViewModel;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.Observable;
import javafx.beans.property.Property;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// Corrects one field in the selected rows, or in all of the filter: how, with its effect before and after, and on how many rows.
final class FixDialog {
    private static final Duration TYPING = Duration.millis(300);

    private final AppContext context;
    private final RowsViewModel rows;
    private final Target target;
    private final FixViewModel model;

    private FixDialog(AppContext context, RowsViewModel rows) {
        this.context = context;
        this.rows = rows;
        this.target = rows.targetOrAll();
        this.model = new FixViewModel(context.session(), context.tasks(), target.selection());
    }

    /// @param rule the rule whose breakers are shown: its field is proposed
    static void open(AppContext context, RowsViewModel rows, Optional<String> rule) {
        new FixDialog(context, rows).show(rule);
    }

    private void show(Optional<String> rule) {
        Delay typing = context.tasks().delay(TYPING, model::look);
        List.<Observable>of(model.fieldProperty(), model.kindProperty(), model.valueProperty(), model.whatProperty(),
                model.withProperty(), model.regexProperty(), model.lettersProperty(), model.fromProperty(),
                model.ifEmptyProperty()).forEach(of -> of.addListener(o -> typing.restart()));
        var choice = new HBox(
                combo("field", FXCollections.observableList(model.fields()), model.fieldProperty(),
                        f -> Messages.field(rows.table(), f)),
                combo("kind", model.kinds(), model.kindProperty(), k -> Messages.get("fix.kind." + k)));
        choice.getStyleClass().add("fix-line");
        var content = new VBox(Dialogs.paragraph(Messages.get("fix.text", target.words())), choice, details(),
                new ProblemLine("fix-problem", model.problemProperty()), new FixSamples(model.previewProperty()));
        content.getStyleClass().addAll("form", "fix-form");
        var box = new ModalBox("fix-box", Messages.get("fix.title"), content);
        box.cancel(Messages.get("dialog.cancel"));
        Button ok = box.action("fix-ok", "", () -> {
            FixViewModel.Preview agreed = model.previewProperty().get();
            box.close();
            new BulkDialogs(context).perform(agreed.announced(), target);
        });
        ok.textProperty().bind(model.previewProperty().map(p -> p.announced().text("button")).orElse(Messages.get("fix.unknown")));
        Explained.unless(model.previewProperty().map(p -> p.rows() == 0 ? Messages.get("whynot.nothingtofix") : "")
                .orElse(Messages.get("whynot.preview")), ok);
        box.onClose(() -> {
            typing.stop();
            model.drop();
        });
        context.dialogs().show(box);
        model.begin(rule);
    }

    /// What the kind of fix needs to know.
    private Node details() {
        var plain = new CheckBox(Messages.get("fix.regex"));
        plain.setId("fix-regex");
        plain.selectedProperty().bindBidirectional(model.regexProperty());
        var replace = new HBox(text("what", model.whatProperty()), text("with", model.withProperty()));
        replace.getStyleClass().add("fix-line");
        var letters = combo("letters", FXCollections.observableArrayList(Fix.Letters.values()), model.lettersProperty(),
                l -> Messages.get("fix.letters." + l));
        var hint = Nodes.shownWhile(model.regexProperty(), Nodes.hint(Messages.get("fix.regex.hint")));
        var replacing = new VBox(replace, plain, hint);
        replacing.getStyleClass().add("form-pair");
        var onlyEmpty = new CheckBox(Messages.get("fix.ifempty"));
        onlyEmpty.setId("fix-ifempty");
        onlyEmpty.selectedProperty().bindBidirectional(model.ifEmptyProperty());
        var taking = new VBox(combo("from", FXCollections.observableList(model.fields()), model.fromProperty(),
                f -> Messages.field(rows.table(), f)), onlyEmpty);
        taking.getStyleClass().add("form-pair");
        return new StackPane(at(Kind.SET, text("value", model.valueProperty())), at(Kind.FROM, taking), at(Kind.CASE, letters),
                at(Kind.REPLACE, replacing));
    }

    private <N extends Node> N at(Kind kind, N node) {
        return Nodes.shownWhile(model.kindProperty().map(k -> k == kind).orElse(false), node);
    }

    private static VBox text(String name, StringProperty value) {
        var text = new TextField();
        text.setId("fix-" + name);
        text.textProperty().bindBidirectional(value);
        return Nodes.labelled(Messages.get("fix." + name), text);
    }

    private static <T> VBox combo(String name, ObservableList<T> items, Property<T> value,
                                       Function<T, String> words) {
        var combo = new ComboBox<T>(items);
        combo.setId("fix-" + name);
        combo.setMaxWidth(Double.MAX_VALUE);
        combo.setConverter(Shown.as(words));
        combo.valueProperty().bindBidirectional(value);
        return Nodes.labelled(Messages.get("fix." + name), combo);
    }
}
