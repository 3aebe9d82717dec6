package barton.steward.model.merge;

import barton.steward.catalog.Entity;
import java.util.List;

/// By what a merge is proposed. `field` is a column of master or the sidecar, `*` for all others, or `survivor` for which record stays.
/// The first of `by` that tells two records apart decides; `sources` are source systems, the most trusted first.
public record MergeRule(Entity entity, String field, List<String> by, List<String> sources) {
    public MergeRule {
        by = List.copyOf(by);
        sources = List.copyOf(sources);
    }
}
