package barton.steward.ui.virtual;

import barton.steward.dao.table.TableDao;
import barton.steward.model.query.PageKey;
import barton.steward.model.query.Query;
import barton.steward.model.query.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/// Pages of a [RowList] that are read together, each after the last row of the one before it: so no row of them is skipped or
/// there twice, wherever the index said that they begin.
record PageRange(Query query, int first, Optional<PageKey> start, List<Known> pages) {
    /// What is known of a page: after which place it was read and where it ends (null: with the last row). Null where it must be read.
    record Known(Optional<PageKey> start, PageKey end) {
    }

    /// A page as it was read.
    record Page(int number, Optional<PageKey> start, List<Row> rows) {
    }

    /// Whether there is nothing to read.
    boolean isKnown() {
        return !pages.contains(null);
    }

    /// Where the rows of these pages are, by key; negative for others.
    static ToLongFunction<Object> places(List<Page> pages) {
        var places = new HashMap<Object, Long>();
        for (Page page : pages) {
            long at = (long) page.number() * RowList.PAGE;
            for (Row row : page.rows()) {
                places.put(row.key(), at++);
            }
        }
        return key -> places.getOrDefault(key, -1L);
    }

    List<Page> read(TableDao dao) {
        var read = new ArrayList<Page>();
        Optional<PageKey> at = start;
        for (int i = 0; i < pages.size(); i++) {
            Known known = pages.get(i);
            if (known != null && known.start().equals(at)) {
                if (known.end() == null) {
                    break;
                }
                at = Optional.of(known.end());
                continue;
            }
            List<Row> rows = dao.page(query, at, RowList.PAGE);
            read.add(new Page(first + i, at, rows));
            if (rows.size() < RowList.PAGE) {
                break;
            }
            at = Optional.of(PageKey.of(rows.getLast(), query.sort()));
        }
        return read;
    }
}
