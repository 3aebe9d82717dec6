package barton.steward.ui.rules;

import barton.steward.catalog.Entity;
import barton.steward.model.StewardException;
import barton.steward.model.history.Change;
import barton.steward.model.validation.Rule;
import barton.steward.model.validation.RuleDryRun;
import barton.steward.service.Session;
import barton.steward.ui.support.Failure;
import barton.steward.ui.support.Messages;
import barton.steward.ui.task.Channel;
import barton.steward.ui.task.Job;
import barton.steward.ui.task.Tasks;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The rules, and the one that is being written: it is tried on a batch before it is saved, and kept while it is refused.
public final class RulesViewModel {
    private static final int MOST_CHANGES = 100;

    private final Session session;
    private final Tasks tasks;
    private final Channel reading;
    private final Channel remembering;
    private final LongConsumer onChange;
    private final ObservableList<Rule> rules = FXCollections.observableArrayList();
    private final ObjectProperty<Rule> selected = new SimpleObjectProperty<>();
    private final ObservableList<Change> history = FXCollections.observableArrayList();
    private final ObservableList<String> batches = FXCollections.observableArrayList();
    private final ObjectProperty<String> batch = new SimpleObjectProperty<>();
    private final RuleDraft draft = new RuleDraft();
    private final ReadOnlyBooleanWrapper editing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<RuleDryRun> trial = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<StewardException> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<StewardException> unread = new ReadOnlyObjectWrapper<>();

    private Job trying;

    /// @param onChange told the action of each change of a rule, by which it can be taken back
    public RulesViewModel(Session session, Tasks tasks, LongConsumer onChange) {
        this.session = session;
        this.tasks = tasks;
        this.reading = tasks.channel();
        this.remembering = tasks.channel();
        this.onChange = onChange;
        draft.parts().forEach(part -> part.addListener(o -> forget()));
        batch.addListener(o -> forget());
    }

    /// Every rule, by entity and set.
    public ObservableList<Rule> rules() {
        return rules;
    }

    /// The rule that is chosen in the list, or null; it stays chosen where the rules are read anew.
    public ObjectProperty<Rule> selectedProperty() {
        return selected;
    }

    /// What became of the rule that is being changed, the newest first.
    public ObservableList<Change> history() {
        return history;
    }

    /// The batches that a rule can be tried on, the newest first.
    public ObservableList<String> batches() {
        return batches;
    }

    public ObjectProperty<String> batchProperty() {
        return batch;
    }

    /// What is being written while [#editingProperty()].
    public RuleDraft draft() {
        return draft;
    }

    public ReadOnlyBooleanProperty editingProperty() {
        return editing.getReadOnlyProperty();
    }

    /// What the draft as it is would find; null while it is not tried.
    public ReadOnlyObjectProperty<RuleDryRun> trialProperty() {
        return trial.getReadOnlyProperty();
    }

    /// Why the draft was refused; else null.
    public ReadOnlyObjectProperty<StewardException> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Why the rules could not be read; else null.
    public ReadOnlyObjectProperty<StewardException> unreadProperty() {
        return unread.getReadOnlyProperty();
    }

    /// Whether something was written that is not saved.
    public boolean unsaved() {
        return editing.get() && draft.changed();
    }

    /// Reads the rules anew; the draft stays.
    public void refresh() {
        reading.run(Messages.get("rules.loading"), () -> new LoadedRules(session.rules().all(),
                session.review().batchIds(Entity.COMPANY)), this::show, failure -> unread.set(failure.cause()));
    }

    private void show(LoadedRules found) {
        unread.set(null);
        String chosen = batch.get();
        if (!rules.equals(found.rules())) {
            Rule before = selected.get();
            rules.setAll(found.rules());
            selected.set(before == null ? null : now(before).orElse(null));
        }
        if (editing.get() && draft.from() != null) {
            now(draft.from()).ifPresent(draft::follow);
            remember();
        }
        if (!batches.equals(found.batches())) {
            batches.setAll(found.batches());
            batch.set(chosen == null && !batches.isEmpty() ? batches.getFirst() : chosen);
        }
    }

    private Optional<Rule> now(Rule before) {
        return rules.stream().filter(r -> r.set().equals(before.set()) && r.code().equals(before.code())).findFirst();
    }

    public void edit(Rule rule) {
        draft.begin(rule);
        editing.set(true);
        history.clear();
        remember();
    }

    private void remember() {
        Rule rule = draft.from();
        if (rule == null) {
            remembering.drop();
        } else {
            remembering.run(Messages.get("task.history"), () -> session.rules().changes(rule, MOST_CHANGES), history::setAll);
        }
    }

    /// Begins a new rule.
    public void add() {
        edit(null);
    }

    /// Ends the writing; what was not saved is gone.
    public void close() {
        editing.set(false);
        forget();
    }

    /// Asks what the rule as it is written now would find in the batch; nothing is saved.
    public void attempt() {
        forget();
        Rule rule = draft.rule();
        String on = batch.get();
        trying = tasks.work(Messages.get("rules.trying", on), () -> session.rules().attempt(rule, on), trial::set, this::refused);
    }

    /// Saves the rule, for the runs to come.
    public void save() {
        forget();
        Rule rule = draft.rule();
        Rule from = draft.from();
        if (from != null && !draft.changed()) {
            close();
            return;
        }
        tasks.save(Messages.get("rules.saving"), () -> from == null ? session.rules().add(rule)
                : session.rules().change(from, rule), action -> {
            if (draft.rule().equals(rule)) {
                close();
            }
            changed(action);
        }, this::refused);
    }

    private void changed(long action) {
        onChange.accept(action);
        refresh();
    }

    private void refused(Failure failure) {
        if (failure.cause().kind() == StewardException.Kind.CANCELLED) {
            tasks.fail(failure);
        } else {
            problem.set(failure.cause());
        }
    }

    /// Whether a steward wrote the rule: what the program brought along is switched off, not deleted.
    public boolean own(Rule rule) {
        return !rule.set().equals(Rule.STANDARD) || rule.position() >= RuleDraft.LAST;
    }

    /// Switches a rule on or off, for the runs to come.
    public void enable(Rule rule, boolean enabled) {
        tasks.save(Messages.get("rules.saving"), () -> session.rules().change(rule, rule.switched(enabled)), this::changed, this::failed);
    }

    public void delete(Rule rule) {
        tasks.save(Messages.get("rules.saving"), () -> session.rules().remove(rule), action -> {
            if (rule.equals(draft.from())) {
                close();
            }
            changed(action);
        }, this::failed);
    }

    /// What is shown may be outdated.
    private void failed(Failure failure) {
        tasks.fail(failure);
        rules.clear();
        refresh();
    }

    /// What was found out holds for another draft.
    private void forget() {
        if (trying != null) {
            trying.drop();
        }
        trial.set(null);
        problem.set(null);
    }

    private record LoadedRules(List<Rule> rules, List<String> batches) {
    }
}
