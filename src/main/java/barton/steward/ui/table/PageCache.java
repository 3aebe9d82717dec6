package barton.steward.ui.table;

import barton.steward.model.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The pages of a [RowList] that were looked at last, found by place and by key.
final class PageCache {
    private final int capacity;
    private final Map<Integer, List<Row>> pages = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Integer, Integer> generations = new HashMap<>();
    private final Map<Object, Integer> places = new HashMap<>();
    private int generation;

    PageCache(int capacity) {
        this.capacity = capacity;
    }

    /// The row, or null where it is not here.
    Row get(int index) {
        List<Row> page = pages.get(index / RowList.PAGE);
        int offset = index % RowList.PAGE;
        return page == null || offset >= page.size() ? null : page.get(offset);
    }

    /// The place of the row with this key, or −1 where it is not here.
    int indexOf(Object key) {
        return places.getOrDefault(key, -1);
    }

    /// Whether the page is here and was read since the last [#outdate()].
    boolean fresh(int page) {
        return generations.getOrDefault(page, -1) == generation;
    }

    /// All pages are to be read anew, and may be shown until then.
    void outdate() {
        generation++;
    }

    void put(int page, List<Row> rows) {
        remove(page);
        pages.put(page, new ArrayList<>(rows));
        generations.put(page, generation);
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
        pages.get(index / RowList.PAGE).set(index % RowList.PAGE, row);
        return true;
    }

    void clear() {
        pages.clear();
        generations.clear();
        places.clear();
    }

    private void remove(int page) {
        List<Row> gone = pages.remove(page);
        if (gone != null) {
            generations.remove(page);
            gone.forEach(row -> places.computeIfPresent(row.key(), (k, at) -> at / RowList.PAGE == page ? null : at));
        }
    }
}
