package barton.steward.service.export;

/// How many rows were written, and of how many cells the end is missing because a workbook holds no more than 32,767 characters in one.
public record ExportResult(long rows, long cut) {
}
