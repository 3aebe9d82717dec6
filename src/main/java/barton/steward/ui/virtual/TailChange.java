package barton.steward.ui.virtual;

import barton.steward.model.query.Row;
import java.util.Collections;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/// Rows came or went at the end of a list, or are others. It takes as long for ten million as for one; the usual way to tell of rows
/// that went has each of them in its hands.
final class TailChange extends ListChangeListener.Change<Row> {
    private static final int[] NO_MOVES = {};

    private final int before;
    private final int now;
    private boolean begun;

    TailChange(ObservableList<Row> list, int before, int now) {
        super(list);
        this.before = before;
        this.now = now;
    }

    @Override
    public boolean next() {
        boolean first = !begun;
        begun = true;
        return first;
    }

    @Override
    public void reset() {
        begun = false;
    }

    @Override
    public int getFrom() {
        return before == now ? 0 : Math.min(before, now);
    }

    @Override
    public int getTo() {
        return now;
    }

    @Override
    public List<Row> getRemoved() {
        return Collections.nCopies(Math.max(0, before - now), null);
    }

    @Override
    public boolean wasUpdated() {
        return before == now;
    }

    @Override
    protected int[] getPermutation() {
        return NO_MOVES;
    }
}
