package barton.steward.ui.support;

import barton.steward.model.StewardException;

/// A task that failed, and how to run it again.
public record Failure(String task, StewardException cause, Runnable retry) {
}
