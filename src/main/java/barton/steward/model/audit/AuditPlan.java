package barton.steward.model.audit;

import java.util.List;

/// What a request means for the batch as it is now.
///
/// @param lotSize    how many records the sample is drawn from
/// @param sampleSize how many records are judged
/// @param accept     how many of them may be wrong for the batch to be accepted; null where nothing is asked
/// @param codeLetter of ISO 2859-1, of the plan that is used after its arrows; null for other methods
/// @param shown      the share of wrong records that is not exceeded, with the confidence, where none of the sample is wrong
public record AuditPlan(AuditRequest request, long lotSize, int sampleSize, Integer accept, String codeLetter, double shown,
                        List<Stratum> strata) {
    public AuditPlan {
        strata = List.copyOf(strata);
    }

    /// A value of the field that is drawn by: null where none is, blank for records without one.
    public record Stratum(String value, long records, int drawn) {
        /// How many records of the batch each one that is drawn stands for.
        public double standsFor() {
            return (double) records / drawn;
        }
    }

    /// How many wrong ones reject the batch; null where nothing is asked.
    public Integer reject() {
        return accept == null ? null : accept + 1;
    }
}
