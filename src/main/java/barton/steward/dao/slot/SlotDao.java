package barton.steward.dao.slot;

import barton.steward.model.history.BulkResult;
import barton.steward.model.query.Reach;
import barton.steward.model.query.Row;
import barton.steward.model.query.Selection;
import java.util.UUID;

/// The slots of companies.
public interface SlotDao {
    /// Adds a slot to a company and returns it; type and label must not be blank.
    /// @throws barton.steward.model.StewardException of kind REFUSED where there is no such company, or it has such a slot already
    /// The request is stored with the slot, so that after a lost reply the same request finds it instead of adding another.
    Row add(String companyUniqueId, String type, String label, String executor, UUID request);

    default Row add(String companyUniqueId, String type, String label, String executor) {
        return add(companyUniqueId, type, label, executor, UUID.randomUUID());
    }

    /// Companies of the selection (rows of master) that have no such slot.
    /// @throws barton.steward.model.StewardException of kind REFUSED where type or label is blank, or the type is `default`; so below
    Reach toAdd(Selection companies, String type, String label);

    default long countToAdd(Selection companies, String type, String label) {
        return toAdd(companies, type, label).rows();
    }

    BulkResult add(Selection companies, String type, String label, String executor, long announced, UUID request);

    /// Slots of the selection that can go: nobody is in them, and none is a company's default slot.
    Reach toRemove(Selection slots);

    default long countToRemove(Selection slots) {
        return toRemove(slots).rows();
    }

    BulkResult remove(Selection slots, String executor, long announced, UUID request);
}
