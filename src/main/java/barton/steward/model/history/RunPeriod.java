package barton.steward.model.history;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/// The runs of the validation log from one instant until before another: how many there were and how many had failed records, and how many
/// records they were about and how many of those passed.
public record RunPeriod(Instant begin, Instant end, long runs, long failedRuns, long records, long passed) {
    /// The share of the records that passed, in percent to the hundredth; null where the runs were about none.
    public BigDecimal rate() {
        return records == 0 ? null : BigDecimal.valueOf(100 * passed).divide(BigDecimal.valueOf(records), 2, RoundingMode.HALF_UP);
    }
}
