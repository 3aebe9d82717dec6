package barton.steward.model.alert;

import java.util.Arrays;
import java.util.Locale;

/// What can want attention, as `shq.v_attention` calls it.
public enum AlertKind {
    FAILED_RUN, SUCCESS_RATE, STALE, LOW_CONFIDENCE, COVERAGE, VERIFICATION_RATE, VERIFICATION_AGE, DRIFT, WAITING,
    /// An import that is unlike those before it; found out by the program.
    UNLIKE;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static AlertKind of(String word) {
        return Arrays.stream(values()).filter(k -> k.word().equals(word)).findFirst().orElseThrow();
    }
}
