package barton.steward.model.update;

import barton.steward.catalog.Field;
import barton.steward.catalog.Table;
import java.util.Map;
import java.util.Optional;

/// Which records a file updates: those of a table (of intake: of a batch, where one is named) that its rows name by `key`, and who wins in
/// each of the fields that it gives.
public record UpdateTarget(Table table, Optional<String> batch, Field key, Map<Field, Winner> winners) {
    public UpdateTarget {
        winners = Map.copyOf(winners);
    }
}
