package barton.steward.ui;

import barton.steward.catalog.Table;
import barton.steward.model.query.Row;
import barton.steward.ui.actions.DecisionQueue;
import barton.steward.ui.virtual.CurrentRow;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Brings what a window shows up to date: after what the steward did herself, and after what others did.
final class Updates {
    private final Pages pages;
    private final Places places;
    private final RecordPane record;
    private final Reviewing review;
    private final AttentionCounts counts;
    private final DecisionQueue decisions;

    Updates(Pages pages, Places places, RecordPane record, Reviewing review, AttentionCounts counts, DecisionQueue decisions) {
        this.pages = pages;
        this.places = places;
        this.record = record;
        this.review = review;
        this.counts = counts;
        this.decisions = decisions;
    }

    /// The tables are read anew once nothing waits any more.
    void decided(Row shown, Optional<Row> now) {
        CurrentRow current = record.current(shown.table());
        now.ifPresent(current::read);
        current.decided(shown.key());
        if (decisions.isEmpty()) {
            changed(shown.table());
        }
    }

    void changed(Table... changed) {
        if (review.isOpen()) {
            pages.outdate(EnumSet.allOf(Table.class), null);
            review.refresh();
            counts.count();
            return;
        }
        Table shown = places.here().table();
        pages.outdate(EnumSet.allOf(Table.class), places.here());
        if (shown == null || Arrays.asList(changed).contains(shown)) {
            places.page().refresh();
        }
        record.refresh();
        counts.count();
    }

    void all() {
        changed(Table.values());
    }

    void othersChanged(Set<Table> changed) {
        if (review.isOpen()) {
            pages.outdate(changed, null);
            return;
        }
        pages.outdate(changed, places.here());
        Table shown = places.here().table();
        if (shown != null && changed.contains(shown)) {
            places.table(shown).follow();
        }
        record.othersChanged(changed);
        counts.follow();
    }

    /// The figures take their time at large sizes, so they follow others' changes at a distance.
    void followFigures() {
        if (places.here().table() == null) {
            places.page().refresh();
        }
    }
}
