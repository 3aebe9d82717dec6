package barton.steward.model.audit;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;

/// What somebody wants to find out about a batch by a sample. Rates and confidence are from 0 to 1.
///
/// @param validatedOnly only records that are validated are drawn
/// @param size         how many records; null where the method finds it
/// @param bound        the share of wrong records that the sample is to show is not exceeded; null for none
/// @param expected     the share of wrong records that is expected, and with which the bound can still be shown
/// @param aql          the acceptance quality limit in percent; null for none
/// @param stratifiedBy the field each value of which is drawn from in proportion; null for none
/// @param judges       how many people judge the sample, 1 or 2
/// @param gated        whether the batch is not promoted until it is accepted
public record AuditRequest(Entity entity, String batch, boolean validatedOnly, Integer size, Double bound, double confidence,
                           double expected, Double aql, InspectionLevel level, Field stratifiedBy, long seed, int judges, boolean gated) {
    public static final double USUAL_CONFIDENCE = 0.95;

    public AuditMethod method() {
        return aql != null ? AuditMethod.AQL : size != null ? AuditMethod.SIZE : AuditMethod.BOUND;
    }
}
