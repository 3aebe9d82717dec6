package barton.steward.ui.actions;

import barton.steward.dao.email.EmailDao;
import barton.steward.service.Session;

/// Marking e-mail addresses of people verified by hand, or not.
public final class EmailActions {
    private EmailActions() {
    }

    public static BulkAction verify(Session session) {
        return action("verify", session, true);
    }

    public static BulkAction unverify(Session session) {
        return action("unverify", session, false);
    }

    private static BulkAction action(String name, Session session, boolean verified) {
        EmailDao emails = session.daos().emails();
        return new BulkAction(name, selection -> emails.toVerify(selection, verified),
                (selection, announced, request) -> emails.verify(selection, verified, session.executor(), announced, request));
    }
}
