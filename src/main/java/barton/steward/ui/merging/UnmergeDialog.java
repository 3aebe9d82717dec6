package barton.steward.ui.merging;

import barton.steward.catalog.Entity;
import barton.steward.model.StewardException;
import barton.steward.model.merge.StandingMerge;
import barton.steward.model.merge.Unmerged;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.support.Dialogs;
import barton.steward.ui.support.Explained;
import barton.steward.ui.support.Failure;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.ModalBox;
import barton.steward.ui.support.Nodes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Takes a merge out: tells first what would be where, and asks of whom it cannot be told.
final class UnmergeDialog {
    private final AppContext context;
    private final Entity entity;
    private final StandingMerge merge;
    private final Map<String, String> answers = new HashMap<>();
    private final BooleanProperty answered = new SimpleBooleanProperty();

    private UnmergeDialog(AppContext context, Entity entity, StandingMerge merge) {
        this.context = context;
        this.entity = entity;
        this.merge = merge;
    }

    static void open(AppContext context, Entity entity, StandingMerge merge) {
        new UnmergeDialog(context, entity, merge).look();
    }

    private void look() {
        context.tasks().run(Messages.get("unmerge.reading"), () -> context.session().merges().previewUnmerge(merge.run(), answers),
                this::show);
    }

    private void show(Unmerged found) {
        var content = new VBox(Dialogs.paragraph(text("back", found.back().size(), names(found.back()))));
        content.setId("unmerge-told");
        content.getStyleClass().add("modal-content");
        told(content, "edited", found.edited());
        told(content, "people", found.people());
        told(content, "slots", found.slots());
        told(content, "went", found.went());
        answers.keySet().retainAll(found.asked().stream().map(Unmerged.Asked::id).toList());
        if (!found.asked().isEmpty()) {
            content.getChildren().addAll(Nodes.heading(Messages.get("unmerge.asked", found.asked().size())),
                    Nodes.hint(Messages.get("unmerge.asked.hint")));
            found.asked().forEach(asked -> content.getChildren().add(question(asked, found.asked().size())));
        }
        answered.set(answers.size() == found.asked().size());
        var box = new ModalBox("unmerge", text("title", found.back().size()), content);
        box.cancel(Messages.get("dialog.cancel"));
        Button ok = box.action("unmerge-ok", Messages.get("unmerge.ok"), () -> {
            box.close();
            perform(Map.copyOf(answers));
        });
        Explained.when(answered, Messages.get("unmerge.unanswered"), ok);
        context.dialogs().show(box);
    }

    private String names(List<String> ids) {
        return String.join(", ", ids.stream().map(id -> {
            int at = merge.ids().indexOf(id);
            return at < 0 ? id : merge.names().get(at) + " (" + id + ")";
        }).toList());
    }

    private static void told(VBox content, String what, List<String> named) {
        if (!named.isEmpty()) {
            Label label = Dialogs.paragraph(Messages.get("unmerge." + what, named.size(), String.join(", ", named)));
            label.setId("unmerge-" + what);
            content.getChildren().add(label);
        }
    }

    private HBox question(Unmerged.Asked asked, int all) {
        var group = new ToggleGroup();
        var name = new Label(asked.name() + "   " + asked.id());
        name.getStyleClass().add("field-name");
        var line = new HBox(name, answer(asked, "survivor", group, all), answer(asked, "other", group, all));
        line.getStyleClass().add("email-line");
        return line;
    }

    private RadioButton answer(Unmerged.Asked asked, String where, ToggleGroup group, int all) {
        var button = new RadioButton(Messages.get("unmerge.answer." + where));
        button.setId("unmerge-" + asked.id() + "-" + where);
        button.setAccessibleText(asked.name() + ": " + button.getText());
        button.setToggleGroup(group);
        button.setSelected(where.equals(answers.get(asked.id())));
        button.setOnAction(e -> {
            answers.put(asked.id(), where);
            answered.set(answers.size() == all);
        });
        return button;
    }

    private void perform(Map<String, String> said) {
        UUID request = UUID.randomUUID();
        context.tasks().save(Messages.get("unmerge.doing"), () -> context.session().merges().unmerge(merge.run(), said, request),
                this::done, this::failed);
    }

    private void done(Unmerged done) {
        context.notices().say(text("done", done.back().size(), String.join(", ", merge.names())), Messages.get("history.undo"),
                () -> context.tasks().run(Messages.get("task.history"), () -> context.session().history().ofRun(done.run()),
                        found -> found.ifPresent(context::undo)));
        context.changed(MergeDialog.changed(entity));
    }

    /// What was refused is looked at anew before it is tried again.
    private void failed(Failure failure) {
        context.tasks().fail(failure.cause().kind() == StewardException.Kind.REFUSED
                ? new Failure(failure.task(), failure.cause(), this::look) : failure);
    }

    private String text(String key, Object... arguments) {
        return Messages.of(entity, "unmerge.", key, arguments);
    }
}
