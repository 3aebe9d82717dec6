package barton.steward.model.intake;

/// What taking a file would come to: how it would end, and which of its rows are in intake already.
public record ImportCheck(ImportReport report, Repeats repeats) {
}
