package barton.steward.model.merge;

import barton.steward.catalog.Entity;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Records of master that are to be one. `choice` says for a column the ID of the record whose value stays, columns of the sidecar as
/// `sidecar.ein_number`; rules decide the rest.
public record MergePlan(Entity entity, String survivor, List<String> others, Map<String, String> choice) {
    public MergePlan {
        others = List.copyOf(others);
        choice = Map.copyOf(choice);
    }

    /// All of them, the survivor first.
    public List<String> ids() {
        return Stream.concat(Stream.of(survivor), others.stream()).toList();
    }
}
