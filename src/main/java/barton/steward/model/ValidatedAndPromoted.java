package barton.steward.model;

/// What rules said of a batch, and its promotion right afterwards.
public record ValidatedAndPromoted(ValidationResult validation, PromotionResult promotion) {
}
