package barton.steward.model.database;

/// One thing that the doctor looked at; the detail is a sentence.
public record Check(String name, boolean ok, String detail) {
}
