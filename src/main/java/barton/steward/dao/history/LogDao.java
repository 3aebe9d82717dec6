package barton.steward.dao.history;

import barton.steward.model.history.Run;
import barton.steward.model.history.RunPeriod;
import barton.steward.model.query.Query;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/// The validation log.
public interface LogDao {
    /// The newest runs first.
    List<Run> latest(int limit);

    /// The runs that the query finds, put together by hour, day or month in the zone of this computer: the newest such periods that have
    /// runs, the oldest of them first. Runs of which nobody knows when they were are left out.
    List<RunPeriod> periods(Query runs, ChronoUnit unit, int most);

    /// How many rows its promotions passed, as the log says, by batch.
    Map<String, Long> promotedByBatch();
}
