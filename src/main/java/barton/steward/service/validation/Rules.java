package barton.steward.service.validation;

import barton.steward.dao.history.HistoryDao;
import barton.steward.dao.validation.RuleDao;
import barton.steward.model.history.Change;
import barton.steward.model.validation.Rule;
import barton.steward.model.validation.RuleDryRun;
import java.util.List;
import java.util.Optional;

/// The rules by which records of intake are checked, and their changing. Each change stands in the history, by the action that is
/// returned. A rule that cannot be used is refused with a sentence when it is saved or tried; so is a change of one that somebody else
/// changed since it was read.
public final class Rules {
    private final RuleDao dao;
    private final HistoryDao history;
    private final String executor;

    public Rules(RuleDao dao, HistoryDao history, String executor) {
        this.dao = dao;
        this.history = history;
        this.executor = executor;
    }

    /// Every rule, companies before people, each in its order.
    public List<Rule> all() {
        return dao.rules();
    }

    public Optional<Rule> find(String set, String code) {
        return dao.rule(set, code);
    }

    public long add(Rule rule) {
        return dao.add(rule, executor);
    }

    /// Changes a rule, but neither its set nor its code.
    public long change(Rule before, Rule after) {
        return dao.change(before, after, executor);
    }

    public long remove(Rule rule) {
        return dao.remove(rule, executor);
    }

    /// What a rule would find in a batch, kept or not. Writes nothing.
    public RuleDryRun attempt(Rule rule, String batch) {
        return dao.attempt(rule, batch);
    }

    /// The changes of a rule, the newest first.
    public List<Change> changes(Rule rule, int most) {
        return history.ofRule(rule, most);
    }
}
