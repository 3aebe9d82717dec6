package barton.steward.model.validation;

/// How many records of intake broke a rule when they were last checked.
public record RuleCount(String set, String code, String field, Severity severity, String message, long records) {
}
