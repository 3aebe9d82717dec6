package barton.steward.model.history;

import barton.steward.catalog.RunKind;

/// A run that still stands: a promotion that can be taken back, or a clearing that can be restored.
public record StandingRun(String run, RunKind kind) {
}
