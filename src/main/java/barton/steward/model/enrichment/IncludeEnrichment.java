package barton.steward.model.enrichment;

import java.util.OptionalLong;

/// Whether a promotion makes sidecars of what enrichments found for its rows, and how many were announced; empty: as many as there are.
public record IncludeEnrichment(boolean asked, OptionalLong announced) {
    public static final IncludeEnrichment NOTHING = new IncludeEnrichment(false, OptionalLong.empty());
    public static final IncludeEnrichment WHAT_THERE_IS = new IncludeEnrichment(true, OptionalLong.empty());

    public static IncludeEnrichment exactly(long sidecars) {
        return new IncludeEnrichment(true, OptionalLong.of(sidecars));
    }
}
