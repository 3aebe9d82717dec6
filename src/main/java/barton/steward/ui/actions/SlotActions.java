package barton.steward.ui.actions;

import barton.steward.service.Session;

/// Bulk actions on slots, for the views from which slots are added and removed.
public final class SlotActions {
    private SlotActions() {
    }

    /// Gives each of the selected companies a slot.
    public static BulkAction add(Session session, String type, String label) {
        var slots = session.daos().slots();
        return new BulkAction("slots", companies -> slots.toAdd(companies, type, label), (companies, announced, request) ->
                slots.add(companies, type, label, session.executor(), announced, request));
    }

    /// Removes the selected slots, but for default slots and those with people.
    public static BulkAction remove(Session session) {
        var slots = session.daos().slots();
        return new BulkAction("removeslot", slots::toRemove, (selection, announced, request) ->
                slots.remove(selection, session.executor(), announced, request));
    }
}
