package barton.steward.db;

import barton.steward.model.StewardException;

/// A pause between two attempts.
final class Pause {
    private Pause() {
    }

    static void of(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StewardException(StewardException.Kind.CANCELLED, "Cancelled; nothing was changed.", "", e);
        }
    }
}
