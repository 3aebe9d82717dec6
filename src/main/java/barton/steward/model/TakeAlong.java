package barton.steward.model;

import java.util.OptionalLong;

/// Whether a promotion makes sidecars of what enrichments found for its rows, and how many were announced; empty: as many as there are.
public record TakeAlong(boolean asked, OptionalLong announced) {
    public static final TakeAlong NOTHING = new TakeAlong(false, OptionalLong.empty());
    public static final TakeAlong WHAT_THERE_IS = new TakeAlong(true, OptionalLong.empty());

    public static TakeAlong exactly(long sidecars) {
        return new TakeAlong(true, OptionalLong.of(sidecars));
    }
}
