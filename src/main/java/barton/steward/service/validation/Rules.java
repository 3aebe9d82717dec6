package barton.steward.service.validation;

import barton.steward.catalog.Entity;
import barton.steward.dao.history.HistoryDao;
import barton.steward.dao.validation.RuleDao;
import barton.steward.model.StewardException;
import barton.steward.model.history.Change;
import barton.steward.model.validation.PlaceholderEffect;
import barton.steward.model.validation.Rule;
import barton.steward.model.validation.RuleCount;
import barton.steward.model.validation.RuleDryRun;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// The rules by which records of intake are checked, and their changing. Each change stands in the history, by the action that is
/// returned. A rule that cannot be used is refused with a sentence when it is saved or tried; so is a change of one that somebody else
/// changed since it was read.
public final class Rules {
    private static final int LONGEST_PLACEHOLDER = 60;

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

    /// How many records broke each rule in each field when they were last checked; the most frequent first.
    public List<RuleCount> counts(Entity entity) {
        return dao.counts(entity, Optional.empty());
    }

    /// What stands where there is no value, in whatever column, in lower case and in order.
    public List<String> placeholders() {
        return dao.placeholders();
    }

    /// What adding texts to the placeholders and taking others away would do; what is there already, or not, is passed over.
    /// @throws StewardException of kind REFUSED where one that is added is blank or too long
    public PlaceholderEffect effect(List<String> added, List<String> removed) {
        added.stream().filter(text -> text.isBlank() || text.strip().length() > LONGEST_PLACEHOLDER).findFirst().ifPresent(text -> {
            throw StewardException.refused("“%s” is no placeholder; nothing was changed.".formatted(text),
                    "It has at most %d characters, and blank text is no value anyway.".formatted(LONGEST_PLACEHOLDER));
        });
        List<String> there = dao.placeholders();
        List<String> coming = written(added).filter(text -> !there.contains(text)).toList();
        List<String> going = written(removed).filter(there::contains).toList();
        return new PlaceholderEffect(coming, going, dao.saying(coming), dao.saying(going), null);
    }

    /// Changes the placeholders, for everybody and from now on.
    public PlaceholderEffect changePlaceholders(PlaceholderEffect seen) {
        OptionalLong action = dao.changePlaceholders(seen.added(), seen.removed(), executor);
        return new PlaceholderEffect(seen.added(), seen.removed(), seen.emptied(), seen.filled(),
                action.isPresent() ? action.getAsLong() : null);
    }

    private static Stream<String> written(List<String> texts) {
        return texts.stream().map(text -> text.strip().toLowerCase(Locale.ROOT)).distinct();
    }

    /// The changes of a rule, the newest first.
    public List<Change> changes(Rule rule, int most) {
        return history.ofRule(rule, most);
    }
}
