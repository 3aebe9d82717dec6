package barton.steward.ui.actions;

import barton.steward.service.Session;

/// Marking people as not to be contacted.
public final class SuppressActions {
    private SuppressActions() {
    }

    /// Asks why, then suppresses whom the target has.
    public static void ask(AppContext context, Target target) {
        new BulkDialogs(context).ask("suppress", "", why -> suppress(context.session(), why), target);
    }

    private static BulkAction suppress(Session session, String why) {
        return new BulkAction("suppress", session.suppressions().ofPeople(why));
    }
}
