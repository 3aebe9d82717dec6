package barton.steward.db.local;

import barton.steward.model.StewardException;

/// The one kind of failure that the local database knows.
final class Failures {
    private Failures() {
    }

    static StewardException refused(String message, String advice) {
        return failed(message, advice, null);
    }

    static StewardException failed(String message, String advice, Throwable cause) {
        return new StewardException(StewardException.Kind.NO_DATABASE, message, advice, cause);
    }
}
