package barton.steward.ui.support;

import barton.steward.dao.EmailDao;
import barton.steward.service.Desk;

/// Marking e-mail addresses of people verified by hand, or not.
public final class EmailActions {
    private EmailActions() {
    }

    public static BulkAction verify(Desk desk) {
        return action("verify", desk, true);
    }

    public static BulkAction unverify(Desk desk) {
        return action("unverify", desk, false);
    }

    private static BulkAction action(String name, Desk desk, boolean verified) {
        EmailDao emails = desk.daos().emails();
        return new BulkAction(name, selection -> emails.toVerify(selection, verified),
                (selection, announced, request) -> emails.verify(selection, verified, desk.executor(), announced, request));
    }
}
