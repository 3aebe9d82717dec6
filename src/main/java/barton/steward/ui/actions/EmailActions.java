package barton.steward.ui.actions;

import barton.steward.service.Session;

/// Marking e-mail addresses of people verified by hand, or not.
public final class EmailActions {
    private EmailActions() {
    }

    public static BulkAction verify(Session session) {
        return new BulkAction("verify", session.emails().verify(true));
    }

    public static BulkAction unverify(Session session) {
        return new BulkAction("unverify", session.emails().verify(false));
    }
}
