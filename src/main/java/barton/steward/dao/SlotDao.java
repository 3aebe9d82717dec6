package barton.steward.dao;

import barton.steward.model.Row;
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
}
