package barton.steward.service.file;

import java.util.List;
import java.util.Optional;

/// A row of a file: the line (of a workbook: the row) where it begins, from 1, its cells as they stand, and what makes it unusable,
/// if anything does.
public record FileRow(long line, List<String> cells, Optional<Fault> fault) {
    /// What is wrong with the row, in which cell (from 0, -1: the row as a whole).
    public record Fault(int cell, String reason) {
    }

    static FileRow of(long line, List<String> cells) {
        return new FileRow(line, cells, Optional.empty());
    }

    FileRow faulty(int cell, String reason) {
        return new FileRow(line, cells, Optional.of(new Fault(cell, reason)));
    }

    /// Whether the row says nothing.
    public boolean blank() {
        return fault.isEmpty() && cells.stream().allMatch(FileRow::blank);
    }

    /// Whether nothing of a cell can be seen.
    public static boolean blank(String cell) {
        return cell.isEmpty() || cell.codePoints().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT);
    }

    List<String> filled() {
        return cells.stream().filter(cell -> !blank(cell)).toList();
    }
}
