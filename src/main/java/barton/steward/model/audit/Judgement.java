package barton.steward.model.audit;

import java.time.Instant;
import java.util.List;

/// What a judge says of the record at a place of the sample. `faults` has at least one where it is wrong, and else none.
/// @param blind whether the judges had not seen each other's judgements yet
public record Judgement(int place, Verdict verdict, List<Fault> faults, String judge, Instant at, boolean blind) {
    public Judgement {
        faults = List.copyOf(faults);
    }
}
