package barton.steward.model.intake;

/// A batch's counts. `batch` is null for rows without one. `imported`: rows in intake now and those cleared from it;
/// `failed`: not validated and with an error note; `promoted`: rows with a master row.
public record BatchCounts(String batch, long imported, long validated, long failed, long promoted) {
}
