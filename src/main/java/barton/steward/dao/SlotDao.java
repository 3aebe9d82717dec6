package barton.steward.dao;

import barton.steward.model.Row;

/// The slots of companies.
public interface SlotDao {
    /// Adds a slot to a company and returns it; type and label must not be blank.
    /// @throws barton.steward.model.StewardException of kind REFUSED where there is no such company, or it has such a slot already
    Row add(String companyUniqueId, String type, String label, String executor);
}
