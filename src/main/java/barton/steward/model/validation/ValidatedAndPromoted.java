package barton.steward.model.validation;

import barton.steward.model.promotion.PromotionResult;

/// What rules said of a batch, and its promotion right afterwards.
public record ValidatedAndPromoted(ValidationResult validation, PromotionResult promotion) {
}
