package barton.steward.ui.rules;

import barton.steward.dao.RuleDao;
import barton.steward.model.BatchCounts;
import barton.steward.model.Rule;
import barton.steward.model.RuleTrial;
import barton.steward.model.StewardException;
import barton.steward.service.Desk;
import barton.steward.ui.support.Channel;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Tasks;
import java.util.List;
import java.util.Objects;
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
    private final RuleDao dao;
    private final Desk desk;
    private final Tasks tasks;
    private final Channel reading;
    private final Channel trying;
    private final ObservableList<Rule> rules = FXCollections.observableArrayList();
    private final ObjectProperty<Rule> selected = new SimpleObjectProperty<>();
    private final ObservableList<String> batches = FXCollections.observableArrayList();
    private final ObjectProperty<String> batch = new SimpleObjectProperty<>();
    private final RuleDraft draft = new RuleDraft();
    private final ReadOnlyBooleanWrapper editing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<RuleTrial> trial = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<StewardException> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<StewardException> unread = new ReadOnlyObjectWrapper<>();

    public RulesViewModel(Desk desk, Tasks tasks) {
        this.desk = desk;
        this.dao = desk.daos().rules();
        this.tasks = tasks;
        this.reading = tasks.channel();
        this.trying = tasks.channel();
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
    public ReadOnlyObjectProperty<RuleTrial> trialProperty() {
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
        reading.run(Messages.get("rules.loading"), () -> new Found(dao.rules(), desk.daos().intake().batches().stream()
                .map(BatchCounts::batch).filter(Objects::nonNull).toList()), this::show, failure -> unread.set(failure.cause()));
    }

    private void show(Found found) {
        unread.set(null);
        String chosen = batch.get();
        if (!rules.equals(found.rules())) {
            Rule before = selected.get();
            rules.setAll(found.rules());
            selected.set(before == null ? null : rules.stream().filter(r -> sameName(r, before)).findFirst().orElse(null));
        }
        if (!batches.equals(found.batches())) {
            batches.setAll(found.batches());
            batch.set(chosen == null && !batches.isEmpty() ? batches.getFirst() : chosen);
        }
    }

    public void edit(Rule rule) {
        draft.begin(rule);
        editing.set(true);
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
        trying.run(Messages.get("rules.trying", on), () -> dao.attempt(rule, on), trial::set, failure -> problem.set(failure.cause()));
    }

    /// Saves the rule, for the runs to come.
    public void save() {
        forget();
        Rule rule = draft.rule();
        boolean fresh = draft.from() == null;
        tasks.save(Messages.get("rules.saving"), () -> saved(rule, fresh), done -> {
            if (draft.rule().equals(rule)) {
                close();
            }
            refresh();
        }, failure -> problem.set(failure.cause()));
    }

    private static boolean sameName(Rule one, Rule other) {
        return one.set().equals(other.set()) && one.code().equals(other.code());
    }

    private Rule saved(Rule rule, boolean fresh) {
        if (fresh && dao.rule(rule.set(), rule.code()).filter(other -> !other.equals(rule)).isPresent()) {
            throw StewardException.refused(Messages.get("rules.taken", rule.code(), rule.set()), Messages.get("rules.taken.advice"));
        }
        dao.save(rule);
        return rule;
    }

    /// Whether a steward wrote the rule: what the program brought along is switched off, not deleted.
    public boolean own(Rule rule) {
        return !rule.set().equals(Rule.STANDARD) || rule.position() >= RuleDraft.LAST;
    }

    /// Switches a rule on or off, for the runs to come.
    public void enable(Rule rule, boolean enabled) {
        tasks.save(Messages.get("rules.saving"), () -> dao.enable(rule.set(), rule.code(), enabled), done -> refresh());
    }

    public void delete(Rule rule) {
        tasks.save(Messages.get("rules.saving"), () -> dao.delete(rule.set(), rule.code()), done -> {
            if (rule.equals(draft.from())) {
                close();
            }
            refresh();
        });
    }

    /// What was found out holds for another draft.
    private void forget() {
        trying.drop();
        trial.set(null);
        problem.set(null);
    }

    private record Found(List<Rule> rules, List<String> batches) {
    }
}
