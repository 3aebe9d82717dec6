package barton.steward.model;

/// A rule that a record broke when the run judged it.
public record RuleViolation(String run, String set, String code, String field, Severity severity, String message) {
}
