package barton.steward.cli;

import barton.steward.model.StewardException;

/// How a command ended, as scripts see it.
final class ExitCode {
    static final int DONE = 0;
    /// Refused, cancelled, or something was found wrong.
    static final int WRONG = 1;
    static final int USAGE = 2;
    static final int NO_DATABASE = 3;

    private ExitCode() {
    }

    static int of(StewardException failure) {
        return failure.kind() == StewardException.Kind.NO_DATABASE ? NO_DATABASE : WRONG;
    }
}
