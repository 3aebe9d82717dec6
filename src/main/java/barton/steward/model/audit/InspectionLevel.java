package barton.steward.model.audit;

import java.util.Locale;
import java.util.Optional;

/// The levels of inspection of ISO 2859-1: the general ones, of which II is usual, and the special ones for small samples.
public enum InspectionLevel {
    S1, S2, S3, S4, I, II, III;

    /// As `S-1` or `s1`, `II` or `ii`.
    public static Optional<InspectionLevel> of(String text) {
        String wanted = text.strip().toUpperCase(Locale.ROOT).replace("-", "");
        for (InspectionLevel level : values()) {
            if (level.name().equals(wanted)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }
}
