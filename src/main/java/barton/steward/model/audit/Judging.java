package barton.steward.model.audit;

import java.util.List;

/// A judgement that is to be made: right, unsure, or wrong with at least one fault.
public record Judging(int place, Verdict verdict, List<Fault> faults) {
    public Judging {
        faults = List.copyOf(faults);
        if (verdict == Verdict.WRONG == faults.isEmpty()) {
            throw new IllegalArgumentException(verdict + " with " + faults.size() + " faults");
        }
    }

    public static Judging of(int place, Verdict verdict) {
        return new Judging(place, verdict, List.of());
    }
}
