package barton.steward.ui.tour;

import static javafx.scene.input.KeyCode.CONTROL;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.HOME;
import static javafx.scene.input.KeyCode.K;

import barton.steward.model.Tally;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/// The records of a batch that failed go out to be enriched, and come back with their websites and with something for their sidecars.
final class EnrichmentJob extends Chapter {
    private static final Pattern NO_WEBSITE = Pattern.compile("\"website\" : null");
    private static final Pattern RECORD = Pattern.compile("\"findings\" :");

    private final Path files;

    EnrichmentJob(Chapter before, Path files) {
        super(before);
        this.files = files;
    }

    void run(String batch) {
        Path file = files.resolve("failed.json");
        diary.begin("Sent the records of " + batch + " that failed out to be enriched.");
        hand.click("nav-INTAKE");
        hand.press(HOME);
        command("Export for enrichment");
        picture("enrichment-export");
        hand.type(file.toString());
        hand.click("ask-ok");
        String out = read(file);
        figure("records sent out", Long.toString(RECORD.matcher(out).results().count()), tally(Tally.FAILED, batch));

        diary.begin("Took the enriched file back; rules judged its records again.");
        write(file, enriched(out));
        command("Import enriched");
        hand.type(file.toString());
        hand.press(ENTER);
        compare("records to fill in", "take-ok", tally(Tally.FAILED, batch));
        picture("enrichment-import");
        hand.click("take-ok");
        hand.click("nav-OVERVIEW");
        compare("validated", "batch-" + batch + "-validated", tally(Tally.VALIDATED, batch));
        compare("failed", "batch-" + batch + "-failed", tally(Tally.FAILED, batch));
    }

    private void command(String words) {
        hand.press(CONTROL, K);
        hand.type(words);
        hand.press(ENTER);
    }

    /// As an agent that finds every website.
    private static String enriched(String out) {
        var found = new AtomicInteger();
        String filled = NO_WEBSITE.matcher(out).replaceAll(m -> "\"website\" : \"https://found" + found.incrementAndGet() + ".example\"");
        return RECORD.matcher(filled).replaceAll("\"enrichment\" : {\"payload\": {\"crawled\": true}, \"source\": \"agent\","
                + " \"confidence\": 92}, \"findings\" :");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
