package barton.steward.ui.virtual;

import barton.steward.model.query.PageIndex;
import barton.steward.model.query.PageKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where the pages of a [RowList] end, as far as that is known, so that each page can be read by the key before it.
final class PageEnds {
    private final List<PageKey> ends = new ArrayList<>();

    /// Whether it is known where the page begins.
    boolean reach(int page) {
        return page <= ends.size();
    }

    /// After which place the page begins; empty for the first one.
    Optional<PageKey> start(int page) {
        return page == 0 ? Optional.empty() : Optional.of(ends.get(page - 1));
    }

    /// A page that was read is full, and this is its last row.
    void set(int page, PageKey end) {
        if (page < ends.size()) {
            ends.set(page, end);
        } else if (page == ends.size()) {
            ends.add(end);
        }
    }

    void clear() {
        ends.clear();
    }

    /// Whether these are the ends already.
    boolean are(PageIndex pageIndex) {
        return ends.equals(pageIndex.pageEnds());
    }

    void replace(PageIndex exact) {
        ends.clear();
        ends.addAll(exact.pageEnds());
    }

    /// Takes over what is estimated after the pages that were read. Where it knows each n-th page's end only, the pages between
    /// begin where the last known one ends.
    void estimate(PageIndex about) {
        int each = about.pageSize() / RowList.PAGE;
        for (int page = ends.size(); page < about.pageEnds().size() * each; page++) {
            int known = (page + 1) / each - 1;
            ends.add(known < 0 && !ends.isEmpty() ? ends.getLast() : about.pageEnds().get(Math.max(0, known)));
        }
    }
}
