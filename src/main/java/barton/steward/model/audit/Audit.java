package barton.steward.model.audit;

import barton.steward.catalog.Entity;
import java.time.Instant;

/// An audit that was started. Its sample stays as it was drawn, whatever becomes of the records. Rates are from 0 to 1, the AQL in percent.
///
/// @param id           by which it stands in the validation log when it is judged: `AUD-…`
/// @param stratifiedBy the name of a field of intake; null where the sample is a simple one
/// @param accept       how many records may be wrong for the batch to be accepted; null where nothing is asked
public record Audit(long no, String id, Entity entity, String batch, boolean validatedOnly, AuditMethod method, long lotSize,
                    int sampleSize, Integer accept, Double bound, double confidence, Double expected, Double aql, String level,
                    String codeLetter, String stratifiedBy, long seed, int judges, boolean gated, String startedBy, Instant startedAt) {
}
