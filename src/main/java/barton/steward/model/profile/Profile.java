package barton.steward.model.profile;

import java.util.List;
import java.util.Optional;

/// What is in each column of some rows.
public record Profile(long rows, List<ColumnProfile> columns) {
    public Optional<ColumnProfile> column(String name) {
        return columns.stream().filter(c -> c.column().equals(name)).findFirst();
    }
}
