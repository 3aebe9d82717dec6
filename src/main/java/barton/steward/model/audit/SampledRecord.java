package barton.steward.model.audit;

import barton.steward.model.query.Row;

/// A record of a sample.
/// @param place     from 1, in an order that is random too
/// @param stratum   null in a simple sample
/// @param standsFor how many records of the batch it stands for
/// @param row       its values as they were when it was drawn, but promoted or held as it is now; it has no version
public record SampledRecord(int place, long intakeId, String stratum, double standsFor, Row row) {
}
