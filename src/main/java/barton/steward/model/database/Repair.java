package barton.steward.model.database;

import java.util.List;

/// What a repair of the schema did, in one transaction; no row of a steward's was changed.
/// @param mended what differed before and does not any more
/// @param left what still differs, though it matters
/// @param added sentences about rows that were added, because tables came back without them
public record Repair(List<Difference> mended, List<Difference> left, List<String> added) {
}
