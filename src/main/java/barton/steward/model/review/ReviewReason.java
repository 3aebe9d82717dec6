package barton.steward.model.review;

/// A reason of rejection that is offered, or was while it was active.
public record ReviewReason(String reason, int position, boolean active) {
}
