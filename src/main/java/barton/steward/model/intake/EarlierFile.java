package barton.steward.model.intake;

import barton.steward.model.Counted;
import barton.steward.model.StewardException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// That a file was taken: by which action, which changed how many rows, under which name of the file, by whom and when.
public record EarlierFile(long action, long rows, String fileName, String executor, Instant at) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss z", Locale.ROOT);

    /// What happened, as a sentence.
    public String sentence() {
        return "This file was taken already: %s of %s by %s on %s (action %d).".formatted(Counted.rows(rows), fileName, executor,
                TIME.format(at.atZone(ZoneId.systemDefault())), action);
    }

    /// Why the same file is not taken by mistake.
    public StewardException refusal() {
        return StewardException.refused(sentence() + " Nothing was taken now.",
                "What it says was changed since. Who wants it written once more says so: `--again`.");
    }
}
