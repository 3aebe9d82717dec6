package barton.steward.model.intake;

/// A record of a file on its way into a table: where it stands in the file, the key of its row, the state in which the file knows the
/// row (null: none is said), and the values as a JSON object by the names of fields, each of the type of its field.
public record InputRecord(long line, String key, String state, String given) {
}
