package barton.steward.dao.database;

import barton.steward.model.database.Examination;

/// Looks whether the database is as it must be.
public interface DoctorDao {
    /// Every check of the schema and of the invariants of its rows, in a fixed order, and how the schema differs from what was made.
    Examination examine();
}
