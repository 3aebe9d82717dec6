package barton.steward.model.merge;

/// Where the record of a row of intake went that was merged.
/// @param current   the ID of the record that it is in now
/// @param merge     the run that merged it
/// @param promotion the run that promoted it; null where it is not known
public record MergedRow(String current, String merge, String promotion) {
}
