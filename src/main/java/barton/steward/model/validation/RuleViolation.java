package barton.steward.model.validation;

/// A rule that a record broke when the run checked it.
public record RuleViolation(String run, String set, String code, String field, Severity severity, String message) {
}
