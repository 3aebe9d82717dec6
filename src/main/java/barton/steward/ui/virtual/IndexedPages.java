package barton.steward.ui.virtual;

import barton.steward.dao.table.TableDao;
import barton.steward.model.query.PageIndex;
import barton.steward.model.query.PageKey;
import barton.steward.model.query.Query;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/// The exact index of a query, with the pages where the rows in sight are now: so they can be shown at their new places at once.
record IndexedPages(PageIndex pageIndex, List<PageRange.Page> pages) {
    /// Without a look at any page.
    static IndexedPages of(PageIndex pageIndex) {
        return new IndexedPages(pageIndex, List.of());
    }

    /// @param from the first row wanted, counted as before
    static IndexedPages of(TableDao dao, Query query, Anchors anchors, int from, int to) {
        PageIndex found = dao.pageIndex(query, RowList.PAGE, anchors.keys());
        int shift = anchors.move(places(found)).shift();
        int last = (int) found.count() - 1;
        int first = Math.clamp(from + shift, 0, Math.max(0, last)) / RowList.PAGE;
        int pages = Math.clamp(to + shift, 0, Math.max(0, last)) / RowList.PAGE - first + 1;
        Optional<PageKey> start = first == 0 ? Optional.empty() : Optional.of(found.pageEnds().get(first - 1));
        return new IndexedPages(found, new PageRange(query, first, start, Collections.nCopies(pages, null)).read(dao));
    }

    /// Where rows are now.
    ToLongFunction<Object> places() {
        ToLongFunction<Object> read = PageRange.places(pages);
        ToLongFunction<Object> counted = places(pageIndex);
        return key -> {
            long place = read.applyAsLong(key);
            return place < 0 ? counted.applyAsLong(key) : place;
        };
    }

    private static ToLongFunction<Object> places(PageIndex pageIndex) {
        return key -> pageIndex.positions().getOrDefault(key, -1L);
    }
}
