package barton.steward.model.promotion;

/// What a promotion did: its run in the validation log (null for an unknown batch, which is not logged), how many rows it promoted, and
/// how many sidecars it made of their enrichment.
public record PromotionResult(String batch, String run, long promoted, long sidecars) {
    /// Without sidecars.
    public PromotionResult(String batch, String run, long promoted) {
        this(batch, run, promoted, 0);
    }
}
