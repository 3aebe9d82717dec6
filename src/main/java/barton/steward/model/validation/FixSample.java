package barton.steward.model.validation;

/// What a fix makes of the field of one row; null is NULL.
public record FixSample(long intakeId, String before, String after) {
}
