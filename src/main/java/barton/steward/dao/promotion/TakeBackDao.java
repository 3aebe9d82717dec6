package barton.steward.dao.promotion;

import barton.steward.model.history.StandingRun;
import barton.steward.model.promotion.TakeBack;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// Taking back a promotion: the run's companies and their slots, or its people, leave master, but for those on which something
/// depends.
public interface TakeBackDao {
    /// What taking the run back would do now; neither goes nor stays anything where the run made nothing that is still there.
    TakeBack preview(String run);

    /// The request is stored with the run, so that after a lost reply the same request finds what it did.
    /// @param announced refuses where another number of records would go; empty: takes back what can be now
    TakeBack takeBack(String run, OptionalLong announced, String executor, UUID request);

    /// The executor's newest promotion or clearing, where it was made since an instant and neither taken back nor restored.
    Optional<StandingRun> latestStanding(String executor, Instant since);
}
