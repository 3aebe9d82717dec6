package barton.steward.ui.table;

import barton.steward.model.database.Permission;
import barton.steward.model.query.Query;
import barton.steward.model.view.SaveResult;
import barton.steward.model.view.SavedView;
import barton.steward.service.view.SavedViews;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.support.Explained;
import barton.steward.ui.support.Failure;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.ModalBox;
import barton.steward.ui.virtual.RowsViewModel;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The saved views of one table, and which of them is on. What was asked before one was switched on comes back when it is switched off.
final class SavedViewsPanel {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final AppContext context;
    private final SavedViews views;
    private final RowsViewModel model;
    private final ColumnLayout layout;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper();
    private SwitchedOn on;

    SavedViewsPanel(AppContext context, RowsViewModel model, ColumnLayout layout) {
        this.context = context;
        this.views = context.session().views();
        this.model = model;
        this.layout = layout;
        this.on = context.preferences().get(key(), SwitchedOn.class).filter(o -> o.memo() != null).orElse(null);
        model.queryProperty().addListener(o -> say());
        say();
    }

    /// The view that is on; `before` is what was shown before, or null where that is not known any more.
    record SwitchedOn(long id, String name, ViewMemo memo, ViewMemo before) {
    }

    /// The name of the view that is on, and whether it was changed since; else what these views are called.
    ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /// By its name too: another database has others under the same numbers.
    boolean isOn(SavedView view) {
        return on != null && on.id() == view.id() && on.name().equals(view.name());
    }

    /// Passes on the views of this table. Where they cannot be read there are none.
    void read(Consumer<List<SavedView>> sink) {
        context.tasks().run(Messages.get("task.views"), views::all, all -> {
            List<SavedView> own = all.stream().filter(view -> view.table() == model.table()).toList();
            if (on != null && own.stream().noneMatch(this::isOn)) {
                turn(null);
            }
            sink.accept(own);
        }, this::failed);
    }

    void switchOn(SavedView view) {
        read(view).ifPresent(memo -> {
            ViewMemo before = on == null ? now() : on.before();
            turn(new SwitchedOn(view.id(), view.name(), memo, before));
            show(memo);
        });
    }

    void switchOff() {
        ViewMemo before = on == null ? null : on.before();
        turn(null);
        if (before != null) {
            show(before);
        } else {
            model.again(usual());
        }
    }

    /// Asks for a name and saves what is shown now.
    void save() {
        var name = new TextField(on == null ? "" : on.name());
        name.setId("view-called");
        var caption = new Label(Messages.get("view.title"));
        caption.setLabelFor(name);
        var shared = new CheckBox(Messages.get("view.share"));
        shared.setId("view-share");
        var content = new VBox(caption, name, shared);
        content.getStyleClass().add("modal-content");
        var box = new ModalBox("view", Messages.get("view.save.title"), content);
        box.cancel(Messages.get("dialog.cancel"));
        var ok = box.action("view-ok", Messages.get("view.ok"), () -> {
            box.close();
            save(name.getText(), shared.isSelected(), Optional.empty());
        });
        Explained.when(name.textProperty().map(text -> !text.isBlank()), Messages.get("whynot.name"), ok);
        context.dialogs().show(box);
        name.requestFocus();
        name.selectAll();
    }

    /// Why no view may be saved; an empty text where some may.
    ObservableValue<String> refusal() {
        return context.permissions().refusalProperty(Permission.VIEWS);
    }

    /// Saves what is shown now in the place of a view, after asking.
    void replace(SavedView view) {
        context.dialogs().confirm(Messages.get("view.replace", view.name()),
                Messages.get("view.replace.text", view.name(), view.savedBy()), Messages.get("view.replace.ok"),
                () -> save(view.name(), view.shared(), Optional.of(view)));
    }

    void delete(SavedView view, Runnable afterwards) {
        context.tasks().save(Messages.get("task.views"), () -> views.delete(view), deleted -> {
            if (isOn(view)) {
                turn(null);
            }
            context.notices().say(Messages.get("view.deleted", view.name()), Messages.get("history.undo"), () -> restore(view));
            afterwards.run();
        });
    }

    private void restore(SavedView view) {
        context.tasks().save(Messages.get("task.views"),
                () -> views.save(view.table(), view.name(), view.shared(), view.content(), Optional.empty()),
                result -> context.notices().say(switch (result) {
                    case SaveResult.Saved saved -> Messages.get("view.restored", saved.view().name());
                    case SaveResult.NameTaken taken -> Messages.get("view.taken", taken.by().name());
                }));
    }

    private void save(String name, boolean shared, Optional<SavedView> over) {
        ViewMemo memo = now();
        String content = JSON.writeValueAsString(memo);
        context.tasks().save(Messages.get("task.views"), () -> views.save(model.table(), name, shared, content, over), result -> {
            switch (result) {
                case SaveResult.Saved saved -> {
                    turn(new SwitchedOn(saved.view().id(), saved.view().name(), memo, on == null ? null : on.before()));
                    context.notices().say(Messages.get("view.saved", saved.view().name()));
                }
                case SaveResult.NameTaken taken -> replace(taken.by());
            }
        });
    }

    private ViewMemo now() {
        return ViewMemo.of(layout.now(), model.query(), model.query().search());
    }

    private Query usual() {
        return Query.all(model.table()).sortedBy(model.usualSort());
    }

    private void show(ViewMemo memo) {
        layout.show(memo.columns());
        model.again(memo.query(usual()));
    }

    private Optional<ViewMemo> read(SavedView view) {
        try {
            return Optional.of(JSON.readValue(view.content(), ViewMemo.class));
        } catch (JacksonException e) {
            context.notices().say(Messages.get("view.unreadable", view.name()));
            return Optional.empty();
        }
    }

    private void turn(SwitchedOn next) {
        on = next;
        context.preferences().put(key(), next);
        say();
    }

    private void say() {
        if (on == null) {
            title.set(Messages.get("view.views"));
        } else {
            title.set(on.memo().query(usual()).equals(model.query()) ? on.name() : Messages.get("view.changed", on.name()));
        }
    }

    private void failed(Failure failure) {
        context.notices().say(failure.cause().getMessage());
    }

    private String key() {
        return "view." + model.table().name();
    }
}
