package barton.steward.ui.actions;

import barton.steward.catalog.SlotFields;
import barton.steward.service.Session;

/// Bulk actions on slots, for the views from which slots are added and removed.
public final class SlotActions {
    private SlotActions() {
    }

    /// Gives each of the selected companies a slot.
    public static BulkAction add(Session session, String type, String label) {
        return new BulkAction("slots", session.slots().add(type, label));
    }

    /// Removes the selected slots, but for default slots and those with people.
    public static BulkAction remove(Session session) {
        return BulkAction.unless(slot -> "default".equals(slot.text(SlotFields.SLOT_TYPE)), "removeslot", session.slots().remove());
    }
}
