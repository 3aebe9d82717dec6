package barton.steward.model.review;

import barton.steward.catalog.Word;
import java.util.Locale;

/// What a steward who looked at a record says of it. `SKIPPED` decides nothing: she passed over it.
public enum ReviewVerdict implements Word {
    ACCEPTED, REJECTED, SKIPPED;

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
