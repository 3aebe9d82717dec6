package barton.steward.ui.rules;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import barton.steward.model.database.Permission;
import barton.steward.model.validation.Rule;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.support.Command;
import barton.steward.ui.support.Explained;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Nodes;
import barton.steward.ui.support.Page;
import barton.steward.ui.support.ProblemLine;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The rules by which records are checked: look through, switch, write, try.
public final class RulesView implements Page {
    private final AppContext context;
    private final RulesViewModel model;
    private final RulesTable table;
    private final RuleForm form;
    private final List<Command> commands;
    private final VBox root = new VBox();

    public RulesView(AppContext context) {
        this.context = context;
        this.model = new RulesViewModel(context.session(), context.tasks(), this::changed);
        this.table = new RulesTable(model.rules(), this::enable);
        Command add = Command.of("addrule", "N", () -> leaving(this::add));
        Command edit = Command.of("editrule", "E", this::chosen, () -> withChosen(this::edit));
        Command enable = Command.of("switchrule", "S", this::chosen, () -> withChosen(rule -> model.enable(rule, !rule.enabled())));
        Command delete = Command.of("deleterule", null, this::own, () -> withChosen(this::delete));
        Command placeholders = Command.of("placeholders", null, () -> new PlaceholdersDialog(context, model::refresh).open());
        Command attempt = Command.of("tryrule", "Shortcut+T", () -> model.editingProperty().get() && model.draft().complete().get()
                && model.batchProperty().get() != null, model::attempt);
        Command save = Command.of("saverule", "Shortcut+S", () -> model.editingProperty().get() && model.draft().complete().get(),
                model::save);
        Command close = Command.of("closerule", null, model.editingProperty()::get, () -> leaving(model::close));
        this.commands = Stream.of(add, edit, enable, delete, placeholders, attempt, save, close).map(context.permissions()::permit)
                .toList();
        this.form = new RuleForm(context, model, attempt, context.permissions().permit(save), close);
        Nodes.shownWhile(model.editingProperty(), form);
        var middle = new HBox(table, form);
        HBox.setHgrow(table, Priority.ALWAYS);
        VBox.setVgrow(middle, Priority.ALWAYS);
        root.setId("RULES");
        root.getStyleClass().add("rows-view");
        root.getChildren().addAll(head(commands.subList(0, 5)),
                new ProblemLine("rules-problem", model.unreadProperty()), middle);
        var selection = table.getSelectionModel();
        selection.selectedItemProperty().addListener((o, was, now) -> model.selectedProperty().set(now));
        model.selectedProperty().addListener((o, was, now) -> {
            if (now != null && now != selection.getSelectedItem()) {
                selection.select(now);
            }
        });
        table.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ENTER) {
                edit.run();
                e.consume();
            }
        });
        table.addEventHandler(MouseEvent.MOUSE_CLICKED, e -> {
            if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2) {
                edit.run();
            }
        });
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void refresh() {
        model.refresh();
    }

    @Override
    public void focus() {
        table.requestFocus();
    }

    @Override
    public List<Command> commands() {
        return commands;
    }

    private HBox head(List<Command> tools) {
        var title = new Label(Messages.get("rules.title"));
        title.getStyleClass().add(Styles.TITLE_3);
        title.setMinWidth(Label.USE_PREF_SIZE);
        var head = new HBox(title, new Spacer());
        head.getStyleClass().add("page-header");
        for (Command tool : tools) {
            var button = new Button(tool.title());
            button.setId(tool.id());
            button.setTooltip(new Tooltip(tool.hint()));
            button.setOnAction(e -> tool.run());
            head.getChildren().add(Explained.unless(Bindings.createStringBinding(() -> tool.refusal().get().orElseGet(() ->
                    tool.enabled().getAsBoolean() ? "" : Messages.get(chosen() ? "whynot.foreignrule" : "whynot.rule")),
                    model.selectedProperty(), context.permissions().grantedProperty()), button));
        }
        return head;
    }

    private void enable(Rule rule, boolean on) {
        context.permissions().refusal(Permission.RULES).ifPresentOrElse(why -> {
            context.notices().say(why);
            model.refresh();
        }, () -> model.enable(rule, on));
    }

    private boolean chosen() {
        return model.selectedProperty().get() != null;
    }

    private boolean own() {
        Rule rule = model.selectedProperty().get();
        return rule != null && model.own(rule);
    }

    private void withChosen(Consumer<Rule> then) {
        Rule rule = model.selectedProperty().get();
        if (rule != null) {
            then.accept(rule);
        }
    }

    private void add() {
        model.add();
        form.focus();
    }

    private void edit(Rule rule) {
        if (!rule.equals(model.draft().from()) || !model.editingProperty().get()) {
            leaving(() -> model.edit(rule));
        }
    }

    private void delete(Rule rule) {
        context.dialogs().confirm(Messages.get("rules.delete.title", rule.code()), Messages.get("rules.delete.text"),
                Messages.get("rules.delete.ok"), () -> model.delete(rule));
    }

    private void changed(long action) {
        context.notices().say(Messages.get("rules.changed"), Messages.get("history.undo"), () -> context.undo(action));
    }

    /// What was written and not saved is not thrown away unasked.
    private void leaving(Runnable then) {
        if (model.unsaved()) {
            context.dialogs().confirm(Messages.get("rules.leave.title"), Messages.get("rules.leave.text"), Messages.get("rules.leave.ok"),
                    then);
        } else {
            then.run();
        }
    }
}
