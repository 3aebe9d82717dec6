package barton.steward.model.promotion;

/// A row of intake that master would refuse, and why.
public record PromotionRefusal(long intakeId, String reason) {
}
