package barton.steward.model.matching;

import barton.steward.catalog.Word;
import java.util.Locale;

/// What a steward decides about a pair.
public enum MatchVerdict implements Word {
    /// One company: the row of intake is not promoted.
    SAME,
    /// Two companies: the pair is not asked about again.
    DIFFERENT,
    /// Not decided yet, but looked at.
    LATER;

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static MatchVerdict of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
