package barton.steward.dao.history;

import barton.steward.model.history.Run;
import java.util.List;
import java.util.Map;

/// The validation log.
public interface LogDao {
    /// The newest runs first.
    List<Run> latest(int limit);

    /// How many rows its promotions passed, as the log says, by batch.
    Map<String, Long> promotedByBatch();
}
