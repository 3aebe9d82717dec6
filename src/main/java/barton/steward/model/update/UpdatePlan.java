package barton.steward.model.update;

import barton.steward.catalog.Table;
import barton.steward.model.file.FileOptions;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// How a file is to update records.
/// @param batch   of intake: only records of this batch are meant
/// @param key     the column that names the records; empty: the key of the table
/// @param mapping headers by the names of columns, for those that are not called as their column
/// @param winners by the names of columns; of those that are not named the file fills what is empty. `*` means every other column
public record UpdatePlan(Path file, FileOptions reading, Table table, Optional<String> batch, Optional<String> key,
                         Map<String, String> mapping, Map<String, Winner> winners) {
    /// Every other column.
    public static final String ALL = "*";

    public UpdatePlan {
        mapping = Map.copyOf(mapping);
        winners = Map.copyOf(winners);
    }

    public Winner winner(String column) {
        return winners.getOrDefault(column, winners.getOrDefault(ALL, Winner.FILL));
    }
}
