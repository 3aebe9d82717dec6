package barton.steward.dao;

import barton.steward.model.Run;
import java.util.List;

/// The validation log.
public interface LogDao {
    /// The newest runs first.
    List<Run> latest(int limit);
}
