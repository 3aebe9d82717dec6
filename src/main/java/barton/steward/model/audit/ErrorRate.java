package barton.steward.model.audit;

/// A share of wrong records and its exact interval, from 0 to 1. Where no record could be told, the rate is 0 and the interval is all.
/// @param wrong how many were
/// @param of    how many were told right or wrong
public record ErrorRate(long wrong, long of, double rate, double lower, double upper) {
}
