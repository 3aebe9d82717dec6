package barton.steward.ui.rules;

import barton.steward.model.StewardException;
import barton.steward.model.validation.PlaceholderEffect;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.support.Dialogs;
import barton.steward.ui.support.Explained;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.ModalBox;
import barton.steward.ui.support.Nodes;
import barton.steward.ui.support.ProblemLine;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// The list of what stands where there is no value: what is typed narrows it and can be added, what is chosen can be removed. What either
/// would do to the rows of intake is said before it is done.
final class PlaceholdersDialog {
    private static final double WIDTH = 460;
    private static final double LINE = 26;

    private final AppContext context;
    private final Runnable changed;
    private final TextField text = new TextField();
    private final ObservableList<String> all = FXCollections.observableArrayList();
    private final FilteredList<String> shown = new FilteredList<>(all);
    private final ListView<String> list = new ListView<>(shown);
    private final Label effect = new Label();
    private final ReadOnlyObjectWrapper<PlaceholderEffect> seen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<StewardException> problem = new ReadOnlyObjectWrapper<>();
    private ModalBox box;

    /// @param changed what is to be done after the list was changed
    PlaceholdersDialog(AppContext context, Runnable changed) {
        this.context = context;
        this.changed = changed;
    }

    void open() {
        text.setId("placeholder-text");
        text.textProperty().addListener((o, was, now) -> {
            forget();
            shown.setPredicate(value -> value.contains(typed()));
        });
        list.setId("placeholder-list");
        list.setAccessibleText(Messages.get("placeholders.list"));
        list.setFixedCellSize(LINE);
        list.setPrefSize(WIDTH, LINE * 10);
        list.getSelectionModel().selectedItemProperty().addListener(o -> forget());
        effect.setId("placeholder-effect");
        effect.setWrapText(true);
        var content = new VBox(Dialogs.paragraph(Messages.get("placeholders.text")), Nodes.labelled(Messages.get("placeholders.one"), text),
                list, new ProblemLine("placeholder-problem", problem), Nodes.shownWhile(seen.isNotNull(), effect));
        content.getStyleClass().add("form");
        box = new ModalBox("placeholders", Messages.get("placeholders.title"), content);
        box.cancel(Messages.get("dialog.cancel"));
        Explained.when(Bindings.createBooleanBinding(() -> !typed().isEmpty() && !all.contains(typed()), text.textProperty(), all),
                Messages.get("placeholders.whynot.add"),
                box.button("placeholder-add", Messages.get("placeholders.add"), () -> look(List.of(text.getText()), List.of())));
        Explained.when(list.getSelectionModel().selectedItemProperty().isNotNull(), Messages.get("placeholders.whynot.remove"),
                box.button("placeholder-remove", Messages.get("placeholders.remove"),
                        () -> look(List.of(), List.of(list.getSelectionModel().getSelectedItem()))));
        Explained.when(seen.isNotNull(), Messages.get("placeholders.whynot.ok"),
                box.action("placeholder-ok", Messages.get("placeholders.ok"), this::change));
        context.tasks().run(Messages.get("placeholders.loading"), () -> context.session().rules().placeholders(), all::setAll,
                failure -> problem.set(failure.cause()));
        context.dialogs().show(box);
        text.requestFocus();
    }

    private String typed() {
        return text.getText().strip().toLowerCase(Locale.ROOT);
    }

    private void forget() {
        seen.set(null);
        problem.set(null);
    }

    private void look(List<String> added, List<String> removed) {
        forget();
        context.tasks().run(Messages.get("placeholders.looking"), () -> context.session().rules().effect(added, removed), this::show,
                failure -> problem.set(failure.cause()));
    }

    private void show(PlaceholderEffect found) {
        effect.setText(found.isNothing() ? Messages.get("placeholders.nothing") : found.removed().isEmpty()
                ? Messages.get("placeholders.emptied", found.added().getFirst(), found.emptied())
                : Messages.get("placeholders.filled", found.removed().getFirst(), found.filled()));
        seen.set(found);
    }

    private void change() {
        PlaceholderEffect planned = seen.get();
        context.tasks().save(Messages.get("placeholders.saving"), () -> context.session().rules().changePlaceholders(planned), done -> {
            box.close();
            if (done.action() != null) {
                long action = done.action();
                context.notices().say(Messages.get("placeholders.changed"), Messages.get("history.undo"), () -> context.undo(action));
            }
            changed.run();
        }, failure -> {
            forget();
            problem.set(failure.cause());
        });
    }
}
