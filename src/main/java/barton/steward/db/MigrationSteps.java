package barton.steward.db;

import barton.steward.model.StewardException;
import barton.steward.model.StewardException.Kind;

/// How far a migration has come, so that one that fails can say what it leaves behind.
final class MigrationSteps {
    private boolean adopted;
    private int done;
    private String last;
    private String running;

    void adopted() {
        adopted = true;
    }

    void begin(String title) {
        running = title;
    }

    void end() {
        done++;
        last = running;
        running = null;
    }

    /// The same failure with what was done before it; itself where nothing was. Each migration is done whole or not at all.
    StewardException told(StewardException failure) {
        if (!adopted && done == 0 && running == null) {
            return failure;
        }
        boolean cancelled = failure.kind() == Kind.CANCELLED;
        boolean refused = failure.kind() == Kind.REFUSED || failure.kind() == Kind.UNFORESEEN;
        String where = running == null ? "" : " in “" + running + "”";
        boolean told = refused && failure.getCause() != null;
        String reason = cancelled ? "." : ": " + (told ? Refusals.reason(failure.getCause()) : failure.getMessage());
        return new StewardException(refused ? Kind.REFUSED : failure.kind(),
                "The migration " + (cancelled ? "was cancelled" : "failed") + where + reason + " " + before()
                        + " What was begun after that is undone. No row that was there before was changed.",
                cancelled ? "Run “steward migrate” again: it goes on from there."
                        : "Remove the cause and run “steward migrate” again: it goes on from there.", failure);
    }

    private String before() {
        String what = adopted ? "The database was adopted, and " : "";
        return what + switch (done) {
            case 0 -> adopted ? "no migration was done." : "No migration was done.";
            case 1 -> "1 migration was done before, “" + last + "”.";
            default -> done + " migrations were done before, the last of them “" + last + "”.";
        };
    }
}
