package barton.steward.model.intake;

import java.util.List;

/// What discarding a batch does, or did: how many of its rows leave intake, and how many stay because something depends on them.
/// `action` takes it back; 0 for a preview, and where no row went. `staying` has the first [#MOST_NAMED] that stay.
public record DiscardedBatch(String batch, long discarded, long kept, List<TiedRow> staying, long action) {
    public static final int MOST_NAMED = 100;

    public DiscardedBatch {
        staying = List.copyOf(staying);
    }
}
