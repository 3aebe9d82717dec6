package barton.steward.model.validation;

/// A rule, kept or not, that a batch is asked about. It reads as the rule's code.
public record RuleOnBatch(Rule rule, String batch) {
    @Override
    public String toString() {
        return rule.code();
    }
}
