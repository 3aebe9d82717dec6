package barton.steward.ui.virtual;

import barton.steward.model.query.PageIndex;
import barton.steward.model.query.PageKey;
import barton.steward.model.query.Query;
import barton.steward.model.query.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/// The pages of a [RowList]: those that were looked at last, and where all of them begin.
final class PageStore {
    private final PageCache cache = new PageCache(RowList.CACHED_PAGES);
    private final PageEnds ends = new PageEnds();

    Row get(int index) {
        return cache.get(index);
    }

    /// The place of the row with this key, or −1 where it is not here.
    int indexOf(Object key) {
        return cache.indexOf(key);
    }

    boolean replace(Row row) {
        return cache.replace(row);
    }

    PageEnds ends() {
        return ends;
    }

    void clear() {
        cache.clear();
        ends.clear();
    }

    /// All pages are to be read anew, and may be shown until then.
    void outdate() {
        cache.outdate();
    }

    void put(Query query, PageRange.Page page) {
        cache.put(page.number(), page.start(), page.rows());
        if (page.rows().size() == RowList.PAGE) {
            ends.set(page.number(), PageKey.of(page.rows().getLast(), query.sort()));
        }
    }

    /// Takes over where pages are. What was read under an estimate or before others' changes may stand elsewhere now.
    /// @param begun whether only the first pages were read so far, which stay where they are
    void adopt(PageIndex exact, boolean begun) {
        if (ends.are(exact)) {
            cache.outdate();
            return;
        }
        ends.replace(exact);
        if (!begun) {
            cache.clear();
        }
    }

    /// The pages with the rows from `first` to `last`, as far as it is known where they begin.
    PageRange range(Query query, int first, int last) {
        int from = Math.max(0, first) / RowList.PAGE;
        int to = Math.max(0, last) / RowList.PAGE;
        while (!ends.reach(from)) {
            from--;
        }
        var known = new ArrayList<PageRange.Known>();
        for (int page = from; page <= to && ends.reach(page); page++) {
            PageKey end = ends.reach(page + 1) ? ends.start(page + 1).orElseThrow() : null;
            known.add(cache.fresh(page, ends.start(page)) ? new PageRange.Known(ends.start(page), end) : null);
        }
        return new PageRange(query, from, ends.start(from), known);
    }

    /// Where rows will be once these pages are put: in them, or on the pages that stay.
    ToLongFunction<Object> places(List<PageRange.Page> pages) {
        ToLongFunction<Object> read = PageRange.places(pages);
        return key -> {
            long now = read.applyAsLong(key);
            int before = cache.indexOf(key);
            return now >= 0 || pages.stream().anyMatch(page -> page.number() == before / RowList.PAGE) ? now : before;
        };
    }
}
