package barton.steward.ui.rules;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import barton.steward.catalog.Entity;
import barton.steward.model.validation.RuleKind;
import barton.steward.model.validation.Severity;
import barton.steward.service.question.FigureQueries;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.support.Command;
import barton.steward.ui.support.Explained;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Nodes;
import barton.steward.ui.support.ProblemLine;
import barton.steward.ui.support.Shown;
import barton.steward.ui.table.HistoryPane;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.Property;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SearchableComboBox;

/// The rule that is being written: its parts, what it would find in a batch, and why it is refused, at the parameters.
final class RuleForm extends ScrollPane {
    private final RulesViewModel model;
    private final RuleDraft draft;
    private final AppContext context;
    private final TextField code = new TextField();

    RuleForm(AppContext context, RulesViewModel model, Command attempt, Command save, Command close) {
        this.model = model;
        this.draft = model.draft();
        this.context = context;
        setId("rule-form");
        setFitToWidth(true);
        getStyleClass().add("rule-form");
        var title = new Label();
        title.getStyleClass().add(Styles.TITLE_4);
        title.textProperty().bind(draft.codeProperty().map(c -> c.isBlank() ? Messages.get("rules.new") : c));
        var parameters = new TextArea();
        parameters.setId("rule-parameters");
        parameters.setPrefRowCount(4);
        parameters.setWrapText(true);
        var message = new TextField();
        message.setPromptText(Messages.get("rules.message.prompt"));
        var hint = Nodes.hint("");
        hint.textProperty().bind(draft.kindProperty().map(k -> "rules.hint." + k)
                .map(key -> Messages.has(key) ? Messages.get(key) : "").orElse(""));
        var form = new VBox(title,
                Nodes.shownWhile(draft.freshProperty(),
                        row(line("set", new TextField(), draft.setProperty()), line("code", code, draft.codeProperty()))),
                row(choice("entity", Entity.values(), draft.entityProperty()), fields()),
                row(choice("kind", RuleKind.values(), draft.kindProperty()),
                        choice("severity", Severity.values(), draft.severityProperty())),
                line("message", message, draft.messageProperty()),
                line("parameters", parameters, draft.parametersProperty()), hint,
                new ProblemLine("rule-problem", model.problemProperty()),
                row(batches(), trial()),
                buttons(attempt, save, close),
                Nodes.shownWhile(draft.freshProperty().map(fresh -> !fresh), new VBox(Nodes.heading(Messages.get("rules.history")),
                        new HistoryPane(context, model.history(), field -> Messages.get("rules." + field)))));
        form.getStyleClass().add("form");
        setContent(form);
        code.setPromptText(Messages.get("rules.code.prompt"));
    }

    /// Puts the keyboard where writing begins.
    void focus() {
        code.requestFocus();
    }

    private VBox fields() {
        var fields = new ComboBox<String>();
        fields.setId("rule-field");
        fields.setEditable(true);
        fields.getEditor().textProperty().bindBidirectional(draft.fieldProperty());
        draft.entityProperty().subscribe(entity -> offer(fields, entity));
        fields.setMaxWidth(Double.MAX_VALUE);
        return Nodes.labelled(Messages.get("rules.field"), fields);
    }

    /// Other choices take nothing from what is written.
    private void offer(ComboBox<String> fields, Entity entity) {
        String written = draft.fieldProperty().get();
        fields.getItems().setAll(entity == null ? List.of()
                : entity.intake().editableFields().stream().map(f -> RuleDraft.title(entity, f.name())).toList());
        draft.fieldProperty().set(written);
    }

    private VBox batches() {
        var batches = new SearchableComboBox<>(model.batches());
        batches.setId("rule-batch");
        batches.setMaxWidth(Double.MAX_VALUE);
        batches.setPromptText(Messages.get("promotion.batch.prompt"));
        batches.valueProperty().bindBidirectional(model.batchProperty());
        return Nodes.labelled(Messages.get("rules.batch"), batches);
    }

    private Node trial() {
        var link = new Hyperlink();
        link.setId("rule-trial");
        link.setMinWidth(USE_PREF_SIZE);
        link.textProperty().bind(model.trialProperty().map(t -> Messages.get("rules.would", t.failing().size(), t.checked())).orElse(""));
        link.disableProperty().bind(model.trialProperty().map(t -> t.failing().isEmpty()).orElse(true));
        link.setTooltip(new Tooltip(Messages.get("rules.would.hint")));
        link.setOnAction(e -> context.open(FigureQueries.wouldFail(model.trialProperty().get())));
        return Nodes.shownWhile(model.trialProperty().map(t -> true).orElse(false), link);
    }

    private HBox buttons(Command attempt, Command save, Command close) {
        Button saving = button(save);
        saving.getStyleClass().add(Styles.ACCENT);
        Button trying = button(attempt);
        var granted = context.permissions().refusalProperty(save);
        BooleanBinding complete = draft.complete();
        return new HBox(8, Explained.when(complete.and(model.batchProperty().isNotNull()), Messages.get("whynot.trial"), trying),
                new Spacer(), button(close), Explained.unless(Bindings.createStringBinding(() -> !granted.getValue().isEmpty()
                        ? granted.getValue() : complete.get() ? "" : Messages.get("whynot.draft"), complete, granted),
                        saving));
    }

    private static Button button(Command command) {
        var button = new Button(command.title());
        button.setId(command.id());
        button.setTooltip(new Tooltip(command.hint()));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(e -> command.run());
        return button;
    }

    private static HBox row(Node... parts) {
        var row = new HBox(parts);
        row.getStyleClass().add("form-row");
        List.of(parts).forEach(part -> HBox.setHgrow(part, Priority.ALWAYS));
        return row;
    }

    private static VBox line(String name, TextInputControl control, StringProperty value) {
        if (control.getId() == null) {
            control.setId("rule-" + name);
        }
        control.textProperty().bindBidirectional(value);
        return Nodes.labelled(Messages.get("rules." + name), control);
    }

    private static <E extends Enum<E>> VBox choice(String name, E[] values, Property<E> value) {
        var choice = new ComboBox<>(FXCollections.observableArrayList(values));
        choice.setId("rule-" + name);
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setConverter(Shown.as(item -> RulesTable.name(name, item)));
        choice.valueProperty().bindBidirectional(value);
        return Nodes.labelled(Messages.get("rules." + name), choice);
    }
}
