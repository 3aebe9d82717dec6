package barton.steward.model.history;

/// One field of one record that an action changed, from what to what, as text; null for NULL.
public record Change(Action action, String field, String before, String after) {
}
