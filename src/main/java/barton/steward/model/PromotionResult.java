package barton.steward.model;

/// What a promotion did: its run in the validation log (null for an unknown batch, which is not logged) and how many rows it promoted.
public record PromotionResult(String batch, String run, long promoted) {
}
