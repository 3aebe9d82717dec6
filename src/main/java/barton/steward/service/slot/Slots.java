package barton.steward.service.slot;

import barton.steward.dao.slot.SlotDao;
import barton.steward.model.query.Row;
import barton.steward.service.change.BulkChange;
import java.util.UUID;

/// Gives companies further slots, and removes those in which nobody is.
public final class Slots {
    private final SlotDao dao;
    private final String executor;

    public Slots(SlotDao dao, String executor) {
        this.dao = dao;
        this.executor = executor;
    }

    /// Adds a slot to one company and returns it; type and label must not be blank.
    /// @param request the same one where the reply was lost: it finds the slot instead of adding another
    /// @throws barton.steward.model.StewardException of kind REFUSED where there is no such company, or it has such a slot already
    public Row add(String companyUniqueId, String type, String label, UUID request) {
        return dao.add(companyUniqueId, type, label, executor, request);
    }

    /// Gives companies that have no such slot one; refuses a blank type or label, and the type `default`.
    public BulkChange add(String type, String label) {
        return new BulkChange(companies -> dao.toAdd(companies, type, label),
                (companies, announced, request) -> dao.add(companies, type, label, executor, announced, request));
    }

    /// Removes slots; default slots and those with people stay.
    public BulkChange remove() {
        return new BulkChange(dao::toRemove, (slots, announced, request) -> dao.remove(slots, executor, announced, request));
    }
}
