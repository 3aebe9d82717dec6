package barton.steward.dao.slot;

import barton.steward.catalog.Table;
import barton.steward.dao.change.AuditedChange;
import barton.steward.dao.change.ExpectedCount;
import barton.steward.dao.change.IdempotencyKey;
import barton.steward.dao.change.Reaching;
import barton.steward.dao.query.Source;
import barton.steward.dao.query.SqlValues;
import barton.steward.db.Database;
import barton.steward.model.StewardException;
import barton.steward.model.history.BulkResult;
import barton.steward.model.query.Reach;
import barton.steward.model.query.Row;
import barton.steward.model.query.Selection;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

public final class JdbiSlotDao implements SlotDao {
    private static final String LOCK_COMPANY = """
            SELECT company_name::text FROM marketing.company_master WHERE company_unique_id = :company FOR NO KEY UPDATE""";
    private static final String SAME = """
            SELECT EXISTS (SELECT FROM marketing.company_slots
                           WHERE company_unique_id = :company AND lower(slot_type) = lower(:type) AND lower(slot_label) = lower(:label))""";
    private static final String ADD = """
            INSERT INTO marketing.company_slots (company_slot_unique_id, company_unique_id, slot_type, slot_label, created_at)
            SELECT shq.draw_slot_id(company), company, :type, :label, now() FROM (SELECT :company::text AS company) c
            ON CONFLICT DO NOTHING
            RETURNING company_slot_unique_id::text""";

    private static final String ADDED_BY = "SELECT c.keys[1] FROM shq.change c WHERE c.action_id = :action";

    private final Database database;

    public JdbiSlotDao(Database database) {
        this.database = database;
    }

    @Override
    public Row add(String companyUniqueId, String type, String label, String executor, UUID request) {
        String slotType = further(type);
        String slotLabel = filled(label, "label");
        return IdempotencyKey.untilKnown(() -> database.write(handle -> {
            String slot = IdempotencyKey.action(handle, request)
                    .map(earlier -> handle.createQuery(ADDED_BY).bind("action", earlier.action()).mapTo(String.class).one())
                    .orElseGet(() -> added(handle, companyUniqueId, slotType, slotLabel, executor, request));
            Source source = Source.of(Table.SLOTS);
            return source.byKey(slot).query(handle).map((result, context) -> source.row(result)).findOne().orElseThrow(() ->
                    StewardException.refused("The slot was added, but it is not there any more.", ""));
        }));
    }

    @Override
    public Reach toAdd(Selection companies, String type, String label) {
        return Reaching.of(database, companies, SlotBulk.lacking(companies, further(type), filled(label, "label")));
    }

    @Override
    public BulkResult add(Selection companies, String type, String label, String executor, long announced, UUID request) {
        String slotType = further(type);
        String slotLabel = filled(label, "label");
        var recorded = new AuditedChange(Table.SLOTS, "slot", "Added slot “" + slotLabel + "”", executor, request);
        return ExpectedCount.run(database, request, announced,
                handle -> SlotBulk.add(handle, recorded, companies, slotType, slotLabel, announced));
    }

    @Override
    public Reach toRemove(Selection slots) {
        return Reaching.of(database, slots, SlotBulk.removable(slots));
    }

    @Override
    public BulkResult remove(Selection slots, String executor, long announced, UUID request) {
        var recorded = new AuditedChange(Table.SLOTS, "slot", "Removed slots", executor, request);
        return ExpectedCount.run(database, request, announced, handle -> SlotBulk.remove(handle, recorded, slots, announced));
    }

    private static String added(Handle handle, String companyUniqueId, String type, String label, String executor, UUID request) {
        String company = handle.createQuery(LOCK_COMPANY).bind("company", companyUniqueId).mapTo(String.class).findOne().orElseThrow(() ->
                StewardException.refused("There is no company " + companyUniqueId + " in master; no slot was added.", ""));
        if (handle.createQuery(SAME).bind("company", companyUniqueId).bind("type", type).bind("label", label).mapTo(Boolean.class).one()) {
            throw StewardException.refused("%s has a slot “%s” of type “%s” already; none was added.".formatted(company, label, type),
                    "Choose another label.");
        }
        String slot = inserted(handle, companyUniqueId, type, label);
        new AuditedChange(Table.SLOTS, "slot", "Added slot “" + label + "” to " + company, executor, request).inserted(handle, slot);
        return slot;
    }

    /// Draws until the id is free, also of slots that others are adding at this moment.
    private static String inserted(Handle handle, String company, String type, String label) {
        Optional<String> slot = Optional.empty();
        while (slot.isEmpty()) {
            slot = handle.createQuery(ADD).bind("type", type).bind("label", label).bind("company", company)
                    .mapTo(String.class).findOne();
        }
        return slot.get();
    }

    private static String further(String type) {
        String filled = filled(type, "type");
        if (DefaultSlot.is(filled)) {
            throw StewardException.refused("Every company has exactly one default slot, and has it already; none was added.",
                    "Choose another type, like division.");
        }
        return filled;
    }

    private static String filled(String text, String what) {
        if (text == null || text.isBlank()) {
            throw StewardException.refused("A slot needs a " + what + "; none was added.", "Fill it in.");
        }
        return SqlValues.storable(text.strip());
    }
}
