package barton.steward.model.update;

import barton.steward.catalog.Word;
import java.util.Locale;

/// What a row of a file is to the records that are there.
public enum UpdateKind implements Word {
    /// It says something else of its record.
    CHANGED,
    /// It does, but its record was changed since the file was made; it is left.
    CONFLICT,
    /// No record is there.
    NEW,
    SAME,
    /// Left for a reason: its key is ambiguous, its record was promoted, or it cannot be read.
    LEFT;

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
