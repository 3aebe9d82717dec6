package barton.steward.ui;

import barton.steward.model.query.Query;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/// Where the steward has been: views, and what their tables asked. A search that is typed letter by letter is one stop.
final class Trail {
    private static final int MOST = 100;

    private final Deque<Stop> before = new ArrayDeque<>();
    private final Deque<Stop> after = new ArrayDeque<>();
    private Subscription followed = Subscription.EMPTY;
    private Stop here;

    /// A view and what it asks; the query is null where it has none.
    record Stop(ViewId view, Query query) {
        private boolean typesOn(Stop next) {
            return view == next.view && query != null && next.query != null && !query.search().isEmpty()
                    && query.searching("").equals(next.query.searching(""));
        }
    }

    /// A view is in sight, and asks whatever it does from now on; what another one did is no stop any more.
    /// @param query null for a view without a table
    void at(ViewId view, ObservableValue<Query> query) {
        followed.unsubscribe();
        followed = query == null ? Subscription.EMPTY : query.subscribe((was, now) -> add(new Stop(view, now)));
        add(new Stop(view, query == null ? null : query.getValue()));
    }

    boolean canGoBack() {
        return !before.isEmpty();
    }

    boolean canGoForward() {
        return !after.isEmpty();
    }

    /// The stop before this one, which is then the present one; going there adds none.
    Optional<Stop> back() {
        return step(before, after);
    }

    Optional<Stop> forward() {
        return step(after, before);
    }

    private Optional<Stop> step(Deque<Stop> from, Deque<Stop> to) {
        followed.unsubscribe();
        followed = Subscription.EMPTY;
        Stop next = from.poll();
        if (next != null) {
            to.push(here);
            here = next;
        }
        return Optional.ofNullable(next);
    }

    private void add(Stop stop) {
        if (stop.equals(here)) {
            return;
        }
        if (here != null && !here.typesOn(stop)) {
            before.push(here);
            if (before.size() > MOST) {
                before.removeLast();
            }
        }
        after.clear();
        here = stop;
    }
}
