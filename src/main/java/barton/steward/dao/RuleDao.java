package barton.steward.dao;

import barton.steward.model.Condition;
import barton.steward.model.IntakeFields;
import barton.steward.model.Rule;
import barton.steward.model.RuleCount;
import barton.steward.model.RuleEntity;
import barton.steward.model.RuleTrial;
import java.util.List;
import java.util.Optional;

/// The rules by which records of intake are judged. A rule that cannot be used (a regular expression that is none, a column that is not
/// there) is refused with a sentence when it is saved or tried.
public interface RuleDao {
    /// Every rule, companies before people, each in its order.
    List<Rule> rules();

    Optional<Rule> rule(String set, String code);

    /// Adds a rule, or changes the one of that set and code.
    void save(Rule rule);

    /// Returns false where there is no such rule.
    boolean enable(String set, String code, boolean enabled);

    /// Removes a rule; what it found stays until the records are judged again. Returns false where there is no such rule.
    boolean delete(String set, String code);

    /// What a rule would find in a batch, kept or not. Writes nothing.
    RuleTrial attempt(Rule rule, String batch);

    /// How many companies of intake, or of one batch, broke each rule when they were last judged; the most frequent first.
    List<RuleCount> counts(RuleEntity entity, Optional<String> batch);

    /// The rows of intake that broke a rule when they were last judged.
    static Condition broken(String code) {
        return new Condition(IntakeFields.FINDING, Condition.Op.HAS, code);
    }
}
