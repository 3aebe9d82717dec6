package barton.steward.service.intake;

import barton.steward.model.file.FileKind;
import barton.steward.service.export.FormulaGuard;
import barton.steward.service.file.FileRow;
import barton.steward.service.file.TableFile;
import barton.steward.service.file.TableRows;

/// The apostrophes of a file that was exported safe for spreadsheets. Such a file has no cell that a spreadsheet would take for a formula;
/// in any other, an apostrophe is its own.
final class Guards {
    private Guards() {
    }

    /// Whether the file has none of the cells that would have got one. Reads it up to the first that it has.
    static boolean stand(TableFile file) {
        if (file.format().kind() != FileKind.DELIMITED) {
            return false;
        }
        try (TableRows rows = file.rows()) {
            for (FileRow row = rows.next(); row != null; row = rows.next()) {
                if (row.cells().stream().anyMatch(FormulaGuard::isBare)) {
                    return false;
                }
            }
        }
        return true;
    }

    static FileRow taken(FileRow row) {
        return new FileRow(row.line(), row.cells().stream().map(FormulaGuard::take).toList(), row.fault());
    }
}
