package barton.steward.model.validation;

import barton.steward.catalog.Entity;
import barton.steward.catalog.IntakeFields;
import barton.steward.model.query.Condition;

/// A rule by which records of intake are checked, named by its set and its code. The parameters are a JSON object, see [RuleKind]; the
/// message goes on from the name of the field, as in `website: is missing`.
public record Rule(String set, String code, Entity entity, String field, RuleKind kind, String parameters, Severity severity,
                   String message, boolean enabled, int position) {
    /// The set that the program brings along.
    public static final String STANDARD = "standard";
    /// For the field of a rule that is asked of every text of a record.
    public static final String EVERY_FIELD = "*";

    /// The rows of intake that broke a rule when they were last checked.
    public static Condition broken(String code) {
        return new Condition(IntakeFields.FINDING, Condition.Op.HAS, code);
    }

    /// The same rule, on or off.
    public Rule switched(boolean on) {
        return new Rule(set, code, entity, field, kind, parameters, severity, message, on, position);
    }
}
