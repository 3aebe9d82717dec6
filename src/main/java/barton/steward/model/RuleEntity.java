package barton.steward.model;

/// What rules judge. The names in the database are those in lower case.
public enum RuleEntity {
    COMPANY, PERSON
}
