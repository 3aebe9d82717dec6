package barton.steward.dao;

import barton.steward.dao.query.Source;
import barton.steward.dao.query.Values;
import barton.steward.db.Database;
import barton.steward.model.Row;
import barton.steward.model.StewardException;
import barton.steward.model.Table;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

final class JdbiSlotDao implements SlotDao {
    private static final String LOCK_COMPANY = """
            SELECT company_name::text FROM marketing.company_master WHERE company_unique_id = ? FOR NO KEY UPDATE""";
    private static final String SAME = """
            SELECT EXISTS (SELECT FROM marketing.company_slots
                           WHERE company_unique_id = ? AND lower(slot_type) = lower(?) AND lower(slot_label) = lower(?))""";
    private static final String ADD = """
            INSERT INTO marketing.company_slots (company_slot_unique_id, company_unique_id, slot_type, slot_label, created_at)
            SELECT shq.draw_slot_id(company), company, ?, ?, now() FROM (SELECT ?::text AS company) c
            ON CONFLICT DO NOTHING
            RETURNING company_slot_unique_id::text""";

    private final Database database;

    JdbiSlotDao(Database database) {
        this.database = database;
    }

    @Override
    public Row add(String companyUniqueId, String type, String label, String executor) {
        String slotType = filled(type, "type");
        String slotLabel = filled(label, "label");
        return database.write(handle -> {
            String company = handle.createQuery(LOCK_COMPANY).bind(0, companyUniqueId).mapTo(String.class).findOne().orElseThrow(() ->
                    StewardException.refused("There is no company " + companyUniqueId + " in master; no slot was added.", ""));
            if (handle.createQuery(SAME).bind(0, companyUniqueId).bind(1, slotType).bind(2, slotLabel).mapTo(Boolean.class).one()) {
                throw StewardException.refused("%s has a slot “%s” of type “%s” already; none was added.".formatted(company, slotLabel,
                        slotType), "Choose another label.");
            }
            String slot = inserted(handle, companyUniqueId, slotType, slotLabel);
            new Recorded(Table.SLOTS, "slot", "Added slot “" + slotLabel + "” to " + company, executor).inserted(handle, slot);
            Source source = Source.of(Table.SLOTS);
            return source.byKey(slot).query(handle).map((result, context) -> source.row(result)).one();
        });
    }

    /// Draws until the id is free, also of slots that others are adding at this moment.
    private static String inserted(Handle handle, String company, String type, String label) {
        Optional<String> slot = Optional.empty();
        while (slot.isEmpty()) {
            slot = handle.createQuery(ADD).bind(0, type).bind(1, label).bind(2, company).mapTo(String.class).findOne();
        }
        return slot.get();
    }

    private static String filled(String text, String what) {
        if (text == null || text.isBlank()) {
            throw StewardException.refused("A slot needs a " + what + "; none was added.", "Fill it in.");
        }
        return Values.storable(text.strip());
    }
}
