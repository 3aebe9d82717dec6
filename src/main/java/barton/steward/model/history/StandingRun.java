package barton.steward.model.history;

/// A run that still stands: a `promotion` or `people-promotion` that can be taken back, or a `clearing` that can be restored.
public record StandingRun(String run, String kind) {
}
