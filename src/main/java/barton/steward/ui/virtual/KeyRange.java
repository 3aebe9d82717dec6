package barton.steward.ui.virtual;

import barton.steward.dao.table.TableDao;
import barton.steward.model.query.PageKey;
import barton.steward.model.query.Query;
import barton.steward.model.query.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The keys of consecutive rows.
final class KeyRange {
    private KeyRange() {
    }

    /// @param skipped so many rows after `start` are left out
    static List<Object> read(TableDao dao, Query query, Optional<PageKey> start, int skipped, int count) {
        var keys = new ArrayList<>();
        Optional<PageKey> at = start;
        for (int left = skipped + count; left > 0;) {
            List<Row> rows = dao.page(query, at, Math.min(left, TableDao.MAX_PAGE));
            rows.forEach(row -> keys.add(row.key()));
            left = rows.isEmpty() ? 0 : left - rows.size();
            at = rows.isEmpty() ? at : Optional.of(PageKey.of(rows.getLast(), query.sort()));
        }
        return List.copyOf(keys.subList(Math.min(skipped, keys.size()), keys.size()));
    }
}
