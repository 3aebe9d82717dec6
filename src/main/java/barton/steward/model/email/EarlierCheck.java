package barton.steward.model.email;

import barton.steward.model.StewardException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// That the results of a file were taken: about how many people, under which name of the file, by whom and when.
public record EarlierCheck(long people, String fileName, String executor, Instant at) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss z", Locale.ROOT);

    /// Why the same file is not taken by mistake.
    public StewardException refusal() {
        return StewardException.refused("The results of this file were taken already: %s about %s by %s on %s. Nothing was taken now."
                .formatted(fileName, people == 1 ? "1 person" : people + " people", executor,
                        TIME.format(at.atZone(ZoneId.systemDefault()))),
                "Who wants them kept once more says so: `steward verify-email … --again`.");
    }
}
