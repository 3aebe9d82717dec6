package barton.steward.model.validation;

/// Whether a broken rule keeps a record from being validated. The names in the database are those in lower case.
public enum Severity {
    ERROR, WARNING
}
