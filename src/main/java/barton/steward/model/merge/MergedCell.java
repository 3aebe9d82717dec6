package barton.steward.model.merge;

import java.util.List;

/// A cell of the survivor as it would be. `field` is the column, of the sidecar after `sidecar.`; `value` is null where it would be empty;
/// `from` is the ID of the record whose value that is, null where it is put together of several, or empty. `options` is what each record
/// has, in the order of the plan, null where it has nothing.
public record MergedCell(String field, String value, String from, boolean chosen, List<String> options) {
    /// Whether the records say different things.
    public boolean differs() {
        return options.stream().distinct().count() > 1;
    }
}
