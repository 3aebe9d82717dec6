package barton.steward.model.audit;

import java.util.List;
import java.util.stream.Stream;

/// What a sample showed when every judge had judged all of it.
///
/// @param right     how many records are right; with `wrong`, `unsure` and `disputed` all of the sample
/// @param disputed  of how many two judges say different things
/// @param atMost    the share of wrong records in the batch that is not exceeded, with the confidence; what is unsure or disputed counts
///                  as wrong
/// @param fields    each field that was wrong, the most frequent first
/// @param agreement null where one person judged
public record AuditResult(Outcome outcome, long right, long wrong, long unsure, long disputed, ErrorRate rate, double atMost,
                          List<FieldRate> fields, Agreement agreement) {
    public AuditResult {
        fields = List.copyOf(fields);
    }

    /// The share at the right end of a picture that shows every interval and the bound, null for none.
    public double scale(Double bound) {
        double most = Stream.concat(Stream.of(rate), fields.stream().map(FieldRate::rate)).mapToDouble(ErrorRate::upper).max().orElse(1);
        return Math.min(1, 1.1 * Math.max(most, bound == null ? 0 : bound));
    }
}
