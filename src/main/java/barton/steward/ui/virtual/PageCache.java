package barton.steward.ui.virtual;

import barton.steward.model.query.PageKey;
import barton.steward.model.query.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The pages of a [RowList] that were looked at last, found by place and by key.
final class PageCache {
    private final int capacity;
    private final Map<Integer, Page> pages = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Object, Integer> places = new HashMap<>();
    private int generation;

    PageCache(int capacity) {
        this.capacity = capacity;
    }

    /// The row, or null where it is not here.
    Row get(int index) {
        Page page = pages.get(index / RowList.PAGE);
        int offset = index % RowList.PAGE;
        return page == null || offset >= page.rows().size() ? null : page.rows().get(offset);
    }

    /// The place of the row with this key, or −1 where it is not here.
    int indexOf(Object key) {
        return places.getOrDefault(key, -1);
    }

    /// Whether the page is here, was read since the last [#outdate()], and after this place.
    boolean fresh(int page, Optional<PageKey> start) {
        Page there = pages.get(page);
        return there != null && there.generation() == generation && there.start().equals(start);
    }

    /// All pages are to be read anew, and may be shown until then.
    void outdate() {
        generation++;
    }

    void put(int page, Optional<PageKey> start, List<Row> rows) {
        remove(page);
        pages.put(page, new Page(start, new ArrayList<>(rows), generation));
        for (int i = 0; i < rows.size(); i++) {
            places.put(rows.get(i).key(), page * RowList.PAGE + i);
        }
        if (pages.size() > capacity) {
            remove(pages.keySet().iterator().next());
        }
    }

    boolean replace(Row row) {
        int index = indexOf(row.key());
        if (index < 0) {
            return false;
        }
        pages.get(index / RowList.PAGE).rows().set(index % RowList.PAGE, row);
        return true;
    }

    void clear() {
        pages.clear();
        places.clear();
    }

    private void remove(int page) {
        Page gone = pages.remove(page);
        if (gone != null) {
            gone.rows().forEach(row -> places.computeIfPresent(row.key(), (k, at) -> at / RowList.PAGE == page ? null : at));
        }
    }

    private record Page(Optional<PageKey> start, List<Row> rows, int generation) {
    }
}
