package barton.steward.model.query;

import java.util.List;

/// The most frequent values of a field, the most frequent first. Partial counts are estimates from a sample, because counting all rows
/// would have taken too long: rare values may be missing.
public record FacetCounts(List<FacetValue> values, boolean partial) {
    public FacetCounts {
        values = List.copyOf(values);
    }
}
