package barton.steward.service.audit;

import barton.steward.model.Counted;
import barton.steward.model.StewardException;
import barton.steward.model.audit.AuditPlan;
import barton.steward.model.audit.AuditPlan.Stratum;
import barton.steward.model.audit.AuditRequest;
import java.util.List;
import java.util.Map;

/// Finds the sample that a request asks for.
public final class AuditPlans {
    private final AuditRequest request;
    private final Map<String, Long> values;
    private final long lot;

    private AuditPlans(AuditRequest request, Map<String, Long> values) {
        this.request = request;
        this.values = values;
        lot = values.values().stream().mapToLong(Long::longValue).sum();
    }

    /// @param values how many records have each value of the field that is drawn by; one number under null where none is
    public static AuditPlan of(AuditRequest request, Map<String, Long> values) {
        return new AuditPlans(request, values).plan();
    }

    private AuditPlan plan() {
        check();
        AuditPlan plan = switch (request.method()) {
            case AQL -> byAql();
            case BOUND -> byBound();
            case SIZE -> bySize();
        };
        if (request.gated() && plan.accept() == null) {
            throw StewardException.refused("Nothing is asked of the batch, so nothing could hold it back.",
                    "Say a bound of error or an AQL.");
        }
        return plan;
    }

    private void check() {
        if (lot == 0) {
            throw StewardException.refused("Batch " + request.batch() + " has no " + (request.validatedOnly() ? "validated " : "")
                    + "records in intake to draw from.", "`steward status` shows the batches (`--people`: of people).");
        }
        if (request.confidence() < 0.5 || request.confidence() >= 1) {
            throw StewardException.refused("A confidence is from 50 % to less than 100 %.", "95 % is usual.");
        }
        if (request.bound() != null && (request.bound() <= 0 || request.bound() >= 1)) {
            throw StewardException.refused("A bound of error is more than 0 % and less than 100 %.", "2 % is usual.");
        }
        if (request.bound() != null && (request.expected() < 0 || request.expected() >= request.bound())) {
            throw StewardException.refused("The rate that is expected must be less than the bound.", "");
        }
    }

    private AuditPlan byAql() {
        AcceptanceSampling.Plan found = AcceptanceSampling.of(lot, request.level(), request.aql());
        return plan(found.sample(), found.accept(), String.valueOf(found.letter()), strata(found.sample()));
    }

    private AuditPlan bySize() {
        int drawn = (int) Math.min(request.size(), lot);
        if (request.bound() == null) {
            return plan(drawn, null, null, strata(drawn));
        }
        int accept = SampleSizes.accept(lot, drawn, request.bound(), request.confidence()).orElseThrow(() -> StewardException.refused(
                Counted.of(drawn, "record is", "records are") + " too few to show that, even if none is wrong.",
                "%d would do.".formatted(SampleSizes.showing(lot, request.bound(), request.confidence(), 0).drawn())));
        return plan(drawn, accept, null, strata(drawn));
    }

    /// Records that stand for others in unlike numbers show less, so that a few more are drawn.
    private AuditPlan byBound() {
        SampleSizes.Size size = SampleSizes.showing(lot, request.bound(), request.confidence(), request.expected());
        int drawn = size.drawn();
        List<Stratum> strata = strata(drawn);
        while (drawn < lot && atMost(strata, drawn, size.accept()) > request.bound()) {
            drawn++;
            strata = strata(drawn);
        }
        return plan(drawn, size.accept(), null, strata);
    }

    private AuditPlan plan(int drawn, Integer accept, String letter, List<Stratum> strata) {
        return new AuditPlan(request, lot, drawn, accept, letter, atMost(strata, drawn, 0), strata);
    }

    private List<Stratum> strata(int drawn) {
        if (values.size() > drawn) {
            throw StewardException.refused("The field has %d values in this batch, more than the sample has records (%d)."
                    .formatted(values.size(), drawn), "Draw by a field with fewer values, or a larger sample.");
        }
        return Strata.proportional(values, drawn);
    }

    private double atMost(List<Stratum> strata, int drawn, int wrong) {
        double effective = Strata.effectiveSize(strata);
        return drawn - effective < 1e-6 ? ExactIntervals.atMost(lot, drawn, wrong, request.confidence())
                : ExactIntervals.atMost((double) wrong / drawn * effective, effective, request.confidence());
    }
}
