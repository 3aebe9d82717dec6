package barton.steward.dao.slot;

import barton.steward.catalog.SlotFields;
import barton.steward.model.query.Row;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Every company has exactly one default slot. Other clients write as they like, but no edit of ours breaks that; one that mends
/// it is let through.
public final class DefaultSlot {
    private static final String OTHERS = """
            WITH company AS MATERIALIZED (
                SELECT m.company_unique_id FROM marketing.company_master m WHERE m.company_unique_id = :company FOR NO KEY UPDATE)
            SELECT s.company_slot_unique_id FROM marketing.company_slots s JOIN company c USING (company_unique_id)
            WHERE s.slot_type = :type AND s.company_slot_unique_id <> :slot""";
    private static final String TYPE = "default";

    private DefaultSlot() {
    }

    static boolean is(String type) {
        return type != null && TYPE.equalsIgnoreCase(type.strip());
    }

    /// Why this slot cannot become one of that type; empty where it can.
    public static Optional<String> refusal(Handle handle, Row slot, String type) {
        if (is(type) == is(slot.text(SlotFields.SLOT_TYPE))) {
            return Optional.empty();
        }
        boolean another = !handle.createQuery(OTHERS).bind("company", slot.text(SlotFields.COMPANY_UNIQUE_ID)).bind("type", TYPE)
                .bind("slot", slot.key()).mapTo(String.class).list().isEmpty();
        if (is(type)) {
            return another ? Optional.of("The company has its default slot already, and needs exactly one; nothing was changed.")
                    : Optional.empty();
        }
        return another ? Optional.empty()
                : Optional.of("This is the company's default slot, and every company needs exactly one; nothing was changed.");
    }
}
