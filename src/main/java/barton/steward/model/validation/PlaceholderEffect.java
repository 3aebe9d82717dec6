package barton.steward.model.validation;

import java.util.List;

/// What a change of the placeholders would do, or did: how many rows of intake have cells that become empty, and others that become
/// values; the action, or null.
public record PlaceholderEffect(List<String> added, List<String> removed, long emptied, long filled, Long action) {
    public PlaceholderEffect {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }

    /// Whether the list stays as it is.
    public boolean isNothing() {
        return added.isEmpty() && removed.isEmpty();
    }
}
