package barton.steward.service.csv;

import java.util.List;
import java.util.Optional;

/// A row of a CSV file: the line where it begins (from 1), its cells as they stand, and what makes it unusable, if anything does.
public record CsvRow(long line, List<String> cells, Optional<Fault> fault) {
    /// What is wrong with the row, in which cell (from 0, -1: the row as a whole).
    public record Fault(int cell, String reason) {
    }

    /// Whether the row says nothing.
    public boolean blank() {
        return fault.isEmpty() && cells.stream().allMatch(String::isBlank);
    }
}
