package barton.steward.model.review;

import java.util.List;

/// What reviewing has come to: decisions that were not taken back, of one batch or of all. A record that was decided about twice counts
/// by its last decision; skipped are those of which the last is that somebody passed over them.
public record ReviewFigures(long accepted, long rejected, long skipped, List<ByReason> reasons, List<BySteward> stewards) {
    public ReviewFigures {
        reasons = List.copyOf(reasons);
        stewards = List.copyOf(stewards);
    }

    public long reviewed() {
        return accepted + rejected;
    }

    /// Records that were rejected for a reason, the most frequent first.
    public record ByReason(String reason, long records) {
    }

    /// What one steward decided. The pace is in records a minute of work: pauses of more than five minutes between two decisions are none;
    /// null where there were no two without such a pause.
    public record BySteward(String steward, long accepted, long rejected, long skipped, Double pace) {
    }
}
