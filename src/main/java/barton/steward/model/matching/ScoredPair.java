package barton.steward.model.matching;

/// A pair that a search kept, without its rows.
/// @param other the other side: the ID of a record of master, or the number of an older row of intake
/// @param origin the row of intake that a record of master came from; null where it came from elsewhere, or is a row itself
public record ScoredPair(int score, String intake, String other, String origin) {
}
