package barton.steward.tour;

import static javafx.scene.input.KeyCode.CONTROL;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.HOME;
import static javafx.scene.input.KeyCode.K;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/// The records of a batch that failed go out to be enriched, and come back with their websites and with something for their sidecars.
final class EnrichmentJob extends Scenario {
    private static final Pattern NO_WEBSITE = Pattern.compile("\"website\" : null");
    private static final Pattern RECORD = Pattern.compile("\"findings\" :");

    private final Path files;

    EnrichmentJob(Scenario before, Path files) {
        super(before);
        this.files = files;
    }

    void run(String batch) {
        Path file = files.resolve("failed.json");
        log.begin("Sent the records of " + batch + " that failed out to be enriched.");
        robot.click("nav-INTAKE");
        robot.press(HOME);
        command("Export for enrichment");
        picture("enrichment-export");
        robot.type(file.toString());
        robot.click("ask-ok");
        String out = read(file);
        figure("records sent out", Long.toString(RECORD.matcher(out).results().count()), count(IndependentCount.FAILED, batch));

        log.begin("Took the enriched file back; rules checked its records again.");
        write(file, enriched(out));
        command("Import enriched");
        robot.type(file.toString());
        robot.press(ENTER);
        compare("records to fill in", "take-ok", count(IndependentCount.FAILED, batch));
        picture("enrichment-import");
        robot.click("take-ok");
        robot.click("nav-OVERVIEW");
        compare("validated", "batch-" + batch + "-validated", count(IndependentCount.VALIDATED, batch));
        compare("failed", "batch-" + batch + "-failed", count(IndependentCount.FAILED, batch));
    }

    private void command(String words) {
        robot.press(CONTROL, K);
        robot.type(words);
        robot.press(ENTER);
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
