package barton.steward.dao.validation;

import barton.steward.catalog.Entity;
import barton.steward.model.validation.Rule;
import barton.steward.model.validation.RuleCount;
import barton.steward.model.validation.RuleDryRun;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The rules by which records of intake are checked. A rule that cannot be used (a regular expression that is none, a column that is not
/// there) is refused with a sentence when it is saved or tried.
public interface RuleDao {
    /// Every rule, companies before people, each in its order.
    List<Rule> rules();

    Optional<Rule> rule(String set, String code);

    /// Adds a rule; refused where its set has one of that code. This and every other change of a rule stands in the history and can
    /// be taken back; returns the action.
    long add(Rule rule, String executor);

    /// Changes a rule, but neither its set nor its code; refused where somebody else changed it since it was read.
    long change(Rule before, Rule after, String executor);

    /// Removes a rule; what it found stays until the records are checked again. Refused where somebody else changed it since it was read.
    long remove(Rule rule, String executor);

    /// What a rule would find in a batch, kept or not. Writes nothing.
    RuleDryRun attempt(Rule rule, String batch);

    /// What stands where there is no value, in whatever column, in lower case and in order.
    List<String> placeholders();

    /// Adds texts, in lower case and without blanks around, to the placeholders and takes others away; what is there already, or not, is
    /// passed over.
    /// @return the action; empty where nothing changed
    OptionalLong changePlaceholders(List<String> added, List<String> removed, String executor);

    /// How many rows of intake have a cell that says one of the texts, which are in lower case.
    long saying(List<String> texts);

    /// How many companies of intake, or of one batch, broke each rule when they were last checked; the most frequent first.
    List<RuleCount> counts(Entity entity, Optional<String> batch);
}
