package barton.steward.cli.audit;

import barton.steward.model.audit.Audit;
import barton.steward.model.audit.AuditPlan;
import barton.steward.model.audit.AuditResult;
import barton.steward.model.audit.AuditState;
import barton.steward.model.audit.AuditState.AuditEnd;
import barton.steward.model.audit.AuditState.JudgeProgress;
import barton.steward.model.audit.SampledRecord;
import barton.steward.model.audit.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// How an audit stands, for scripts.
record AuditAnswer(Audit audit, List<JudgeProgress> judges, List<Drawn> sample, AuditResult result, AuditEnd end, boolean holds,
                   List<WrongField> wrong) {
    static AuditAnswer of(AuditState state, String judge) {
        Map<Integer, Verdict> said = state.judgements().stream().filter(j -> j.judge().equals(judge))
                .collect(Collectors.toMap(j -> j.place(), j -> j.verdict()));
        return new AuditAnswer(state.audit(), state.judges(), state.sample().stream()
                .map(r -> new Drawn(r.place(), r.intakeId(), r.stratum(), said.get(r.place()))).toList(), state.result(), state.end(),
                state.holds(), state.result() == null ? List.of() : faults(state));
    }

    /// What was found wrong, by the places of the sample.
    static List<WrongField> faults(AuditState state) {
        Map<Integer, SampledRecord> sample = state.sample().stream().collect(Collectors.toMap(SampledRecord::place, r -> r));
        return state.judgements().stream().sorted(Comparator.comparingInt(j -> j.place())).flatMap(j -> j.faults().stream()
                .map(f -> new WrongField(sample.get(j.place()).intakeId(), f.field(), f.reason(), j.judge()))).toList();
    }

    /// @param verdict of the steward who asks; null while he has not judged it
    record Drawn(int place, long id, String stratum, Verdict verdict) {
    }

    record WrongField(long id, String field, String reason, String judge) {
    }

    record Planned(String batch, long lotSize, int sampleSize, Integer accept, Integer reject, String codeLetter, double shown, long seed,
                   List<AuditPlan.Stratum> strata) {
        static Planned of(AuditPlan plan) {
            return new Planned(plan.request().batch(), plan.lotSize(), plan.sampleSize(), plan.accept(), plan.reject(), plan.codeLetter(),
                    plan.shown(), plan.request().seed(), plan.request().stratifiedBy() == null ? List.of() : plan.strata());
        }
    }
}
