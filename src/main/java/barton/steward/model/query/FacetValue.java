package barton.steward.model.query;

/// A value that a field takes within a query (null for NULL), and in how many rows.
public record FacetValue(Object value, long count) {
}
