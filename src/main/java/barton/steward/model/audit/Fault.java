package barton.steward.model.audit;

/// What is wrong with a record: the name of the field of intake and the reason.
public record Fault(String field, String reason) {
}
