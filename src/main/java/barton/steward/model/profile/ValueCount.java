package barton.steward.model.profile;

/// A value, or what values look like, and how many rows have it.
public record ValueCount(String value, long rows) {
}
