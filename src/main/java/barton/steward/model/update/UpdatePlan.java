package barton.steward.model.update;

import barton.steward.catalog.Table;
import barton.steward.model.file.FileOptions;
import barton.steward.model.intake.BatchUse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a file is to update records.
/// @param batch   of intake: only records of this batch are meant
/// @param key     the column that names the records; empty: the key of the table
/// @param mapping headers by the names of columns, for those that are not called as their column
/// @param winners by the names of columns; of those that are not named the file fills what is empty. `*` means every other column
/// @param fresh   empty: rows that name no record are left
public record UpdatePlan(Path file, FileOptions reading, Table table, Optional<String> batch, Optional<String> key,
                         Map<String, String> mapping, Map<String, Winner> winners, Optional<NewRows> fresh) {
    /// Every other column.
    public static final String ALL = "*";

    /// Into which batch of intake the rows go that name no record.
    /// @param use     what the batch may hold already
    /// @param mapping as an import has it; empty: as it is recognised
    public record NewRows(String batch, BatchUse use, Map<String, List<String>> mapping) {
        public NewRows {
            mapping = Map.copyOf(mapping);
        }
    }

    public UpdatePlan {
        mapping = Map.copyOf(mapping);
        winners = Map.copyOf(winners);
    }

    public Winner winner(String column) {
        return winners.getOrDefault(column, winners.getOrDefault(ALL, Winner.FILL));
    }

    public UpdatePlan winners(Map<String, Winner> chosen) {
        return new UpdatePlan(file, reading, table, batch, key, mapping, chosen, fresh);
    }

    public UpdatePlan fresh(Optional<NewRows> rows) {
        return new UpdatePlan(file, reading, table, batch, key, mapping, winners, rows);
    }
}
