package barton.steward.model.audit;

import java.time.Instant;
import java.util.List;

/// How far an audit is, as one of its judges may know it.
///
/// @param sample     all records of it, by their places
/// @param judgements the latest of each judge whose judgements the asker may see, by place
/// @param result     null until every judge has judged every record
/// @param batchSize  how many such records the batch has by now
public record AuditState(Audit audit, List<SampledRecord> sample, List<JudgeProgress> judges, List<Judgement> judgements,
                         AuditResult result, AuditEnd end, long batchSize) {
    public AuditState {
        sample = List.copyOf(sample);
        judges = List.copyOf(judges);
        judgements = List.copyOf(judgements);
    }

    /// How many records somebody has judged, and when last.
    public record JudgeProgress(String judge, int judged, Instant last) {
    }

    /// How it ended, as the validation log has it.
    /// @param run null where a gate was lifted
    /// @param why a gate was lifted; else null
    public record AuditEnd(Outcome outcome, String run, String why, String by, Instant at) {
    }

    /// The records that this judge has not judged yet, in their order.
    public List<SampledRecord> open(String judge) {
        var done = judgements.stream().filter(j -> j.judge().equals(judge)).map(Judgement::place).toList();
        return sample.stream().filter(r -> !done.contains(r.place())).toList();
    }

    /// Whether the batch is held back by it.
    public boolean holds() {
        return audit.gated() && (end == null || end.outcome() != Outcome.ACCEPTED && end.outcome() != Outcome.LIFTED);
    }
}
