package barton.steward.model.audit;

import java.util.Map;

/// A record of a sample, with its values as text as they were when it was drawn; null for empty ones.
/// @param place     from 1, in an order that is random too
/// @param stratum   null in a simple sample
/// @param standsFor how many records of the batch it stands for
public record SampledRecord(int place, long intakeId, String stratum, double standsFor, Map<String, String> values) {
}
