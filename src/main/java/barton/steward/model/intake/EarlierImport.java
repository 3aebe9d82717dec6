package barton.steward.model.intake;

import java.time.Instant;

/// That a file was taken into a batch: how many of its rows, under which name of the file, by whom and when.
public record EarlierImport(String batch, long rows, String fileName, String executor, Instant at) {
}
