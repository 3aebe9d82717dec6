package barton.steward.model;

import java.util.List;

/// What taking a promotion back does, or did: how many of the run's companies go, and how many stay.
/// `takeBack` is the run that did it; null for a preview, and where all companies stay. `companies` has the first [#MOST_NAMED] that stay.
public record TakeBack(String run, String takeBack, long removed, long kept, List<Kept> companies) {
    public static final int MOST_NAMED = 100;

    public TakeBack {
        companies = List.copyOf(companies);
    }

    /// A company that stays, and why: `has 2 people; was changed later`.
    public record Kept(String companyUniqueId, String companyName, String because) {
    }
}
