package barton.steward.ui.support;

import barton.steward.model.StewardException;

/// A task that failed, and how to run it again. A `question` would have changed nothing.
public record Failure(String task, StewardException cause, Runnable retry, boolean question) {
    public Failure(String task, StewardException cause, Runnable retry) {
        this(task, cause, retry, false);
    }
}
