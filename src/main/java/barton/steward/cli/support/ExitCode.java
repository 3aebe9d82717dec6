package barton.steward.cli.support;

import barton.steward.model.StewardException;

/// How a command ended, as scripts see it.
public final class ExitCode {
    public static final int DONE = 0;
    /// Refused, cancelled, or something was found wrong.
    public static final int WRONG = 1;
    public static final int USAGE = 2;
    static final int NO_DATABASE = 3;

    private ExitCode() {
    }

    public static int of(StewardException failure) {
        return failure.kind() == StewardException.Kind.NO_DATABASE ? NO_DATABASE : WRONG;
    }
}
