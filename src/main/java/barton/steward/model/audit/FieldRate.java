package barton.steward.model.audit;

/// How often a field was wrong.
public record FieldRate(String field, ErrorRate rate) {
}
