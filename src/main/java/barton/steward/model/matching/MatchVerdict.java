package barton.steward.model.matching;

import java.util.Locale;

/// What a steward decides about a pair.
public enum MatchVerdict {
    /// One company: the row of intake is not promoted.
    SAME,
    /// Two companies: the pair is not asked about again.
    DIFFERENT,
    /// Not decided yet, but looked at.
    LATER;

    /// As it stands in the database and in answers.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static MatchVerdict of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
