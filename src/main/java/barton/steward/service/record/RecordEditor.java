package barton.steward.service.record;

import barton.steward.catalog.Field;
import barton.steward.dao.history.HistoryDao;
import barton.steward.dao.table.TableDao;
import barton.steward.model.history.BulkResult;
import barton.steward.model.history.Change;
import barton.steward.model.history.EditResult;
import barton.steward.model.history.RowChange;
import barton.steward.model.query.Row;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Edits single records of any table, and tells what became of them.
public final class RecordEditor {
    private final TableDao tables;
    private final HistoryDao history;
    private final String executor;

    public RecordEditor(TableDao tables, HistoryDao history, String executor) {
        this.tables = tables;
        this.history = history;
        this.executor = executor;
    }

    /// Changes fields of a record that was read, unless somebody else changed it meanwhile. Values are of the field's type, null for NULL.
    public EditResult edit(Row original, Map<Field, Object> changes) {
        return tables.edit(original, changes, executor);
    }

    /// Changes fields of several records of one table, at least one, in one action: all of them as they were read, or none.
    /// @param request the same one where the reply was lost, so that nothing is done twice
    public BulkResult edit(List<RowChange> changes, UUID request) {
        return tables.edit(changes, executor, request);
    }

    /// The changes of a record, the newest first.
    public List<Change> changes(Row record, int most) {
        return history.of(record.table(), record.key(), most);
    }
}
