package barton.steward.service;

import barton.steward.dao.TableDao;
import barton.steward.model.Field;
import barton.steward.model.Selection;
import java.nio.file.Path;
import java.util.List;

/// Writes what a selection holds into a CSV file.
public final class TableExport {
    private final TableDao dao;

    public TableExport(TableDao dao) {
        this.dao = dao;
    }

    /// Writes every row of the selection; the file appears under its name only when it is whole.
    /// @param neutraliseFormulas whether cells that a spreadsheet would take for a formula get an apostrophe in front
    /// @return how many rows were written
    public long toCsv(Selection selection, List<Field> fields, Path file, boolean neutraliseFormulas) {
        throw new UnsupportedOperationException(dao.toString());
    }
}
