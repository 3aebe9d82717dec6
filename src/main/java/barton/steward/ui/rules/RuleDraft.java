package barton.steward.ui.rules;

import barton.steward.catalog.ColumnNames;
import barton.steward.catalog.Entity;
import barton.steward.model.validation.Rule;
import barton.steward.model.validation.RuleKind;
import barton.steward.model.validation.Severity;
import barton.steward.ui.support.Messages;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// A rule as it is being written.
public final class RuleDraft {
    /// Where a rule stands that says nothing about it: after those that the program brings along.
    static final int LAST = 1000;

    private final StringProperty set = new SimpleStringProperty("");
    private final StringProperty code = new SimpleStringProperty("");
    private final ObjectProperty<Entity> entity = new SimpleObjectProperty<>();
    private final StringProperty field = new SimpleStringProperty("");
    private final ObjectProperty<RuleKind> kind = new SimpleObjectProperty<>();
    private final StringProperty parameters = new SimpleStringProperty("");
    private final ObjectProperty<Severity> severity = new SimpleObjectProperty<>();
    private final StringProperty message = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper fresh = new ReadOnlyBooleanWrapper();
    private Rule from;
    private Rule before;

    /// Begins anew: with a rule to change, or null for a new one.
    void begin(Rule rule) {
        from = rule;
        fresh.set(rule == null);
        set.set(rule == null ? Rule.STANDARD : rule.set());
        code.set(rule == null ? "" : rule.code());
        entity.set(rule == null ? Entity.COMPANY : rule.entity());
        field.set(rule == null ? "" : title(rule.entity(), rule.field()));
        kind.set(rule == null ? RuleKind.REGEX : rule.kind());
        parameters.set(rule == null ? "{\"pattern\": \"\"}" : rule.parameters());
        severity.set(rule == null ? Severity.WARNING : rule.severity());
        message.set(rule == null ? "" : rule.message());
        before = rule();
    }

    /// The rule as it is written now.
    Rule rule() {
        return new Rule(text(set), text(code), entity.get(), column(), kind.get(), parameters.get(), severity.get(), text(message),
                from == null || from.enabled(), from == null ? LAST : from.position());
    }

    /// What a column is called; its name where the catalog does not know it.
    static String title(Entity entity, String column) {
        return entity.intake().field(column).map(field -> Messages.field(entity.intake(), field)).orElse(column);
    }

    private String column() {
        return entity.get() == null ? text(field) : ColumnNames.column(entity.get().intake(), text(field));
    }

    /// The rule that is changed, or null for a new one.
    Rule from() {
        return from;
    }

    /// The rule that is changed is this one now: where nothing was written yet, that is shown; a switch alone does not disturb writing.
    void follow(Rule now) {
        if (!changed()) {
            begin(now);
        } else if (now.equals(from.switched(now.enabled()))) {
            from = now;
            before = before.switched(now.enabled());
        }
    }

    /// Whether something was written that is not saved.
    boolean changed() {
        return before != null && !rule().equals(before);
    }

    /// What may be written anew at any moment.
    List<Observable> parts() {
        return List.of(set, code, entity, field, kind, parameters, severity, message);
    }

    /// Whether nothing is left out that every rule needs.
    public BooleanBinding complete() {
        return Bindings.createBooleanBinding(() -> text(set).matches("\\S+") && text(code).matches("[a-z0-9_]+")
                && !text(field).isEmpty() && !text(message).isEmpty(), set, code, field, message);
    }

    /// Whether this is a new rule: another one keeps its set and its code, which name it.
    public ReadOnlyBooleanProperty freshProperty() {
        return fresh.getReadOnlyProperty();
    }

    public StringProperty setProperty() {
        return set;
    }

    public StringProperty codeProperty() {
        return code;
    }

    public ObjectProperty<Entity> entityProperty() {
        return entity;
    }

    public StringProperty fieldProperty() {
        return field;
    }

    public ObjectProperty<RuleKind> kindProperty() {
        return kind;
    }

    /// A JSON object, see [RuleKind].
    public StringProperty parametersProperty() {
        return parameters;
    }

    public ObjectProperty<Severity> severityProperty() {
        return severity;
    }

    public StringProperty messageProperty() {
        return message;
    }

    private static String text(StringProperty property) {
        return property.get() == null ? "" : property.get().strip();
    }
}
