package barton.steward.model.promotion;

import java.util.List;

/// What taking a promotion back does, or did: how many of the run's companies, or people, go, and how many stay.
/// `takeBack` is the run that did it; null for a preview, and where all of them stay. `staying` has the first [#MOST_NAMED] that stay.
public record TakeBack(String run, String takeBack, long removed, long kept, List<Kept> staying) {
    public static final int MOST_NAMED = 100;

    public TakeBack {
        staying = List.copyOf(staying);
    }

    /// A company or a person that stays, by its Barton ID, and why: `has 2 people; was changed later`.
    public record Kept(String id, String name, String because) {
    }
}
