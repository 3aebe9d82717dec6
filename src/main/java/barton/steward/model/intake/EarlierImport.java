package barton.steward.model.intake;

import java.time.Instant;

/// That a file was taken into a batch: how many of its rows, under which name of the file, by whom and when. `action` takes it back, and is
/// null for imports from before they were actions; `appended` where its rows were to be added to what the batch had.
public record EarlierImport(String batch, long rows, String fileName, String executor, Instant at, Long action, boolean appended) {
}
