package barton.steward.model.intake;

import barton.steward.model.validation.ValidationResult;
import java.util.List;

/// What taking in the records of a file did, or would do: rows added, changed, and left as they are because they say the same.
/// A conflict is with a row that was changed since the file was made; like what is refused, it changes nothing.
/// `misfits` are the first [#MOST_MISFITS] of both; `run` is the run of rules that followed, or null; `actions` take it all back;
/// `earlier` is how the same file was taken before, or null.
public record ImportSummary(long added, long changed, long unchanged, long conflicts, long refused, List<RejectedRow> misfits,
                         ValidationResult run, List<Long> actions, EarlierFile earlier) {
    public static final int MOST_MISFITS = 1_000;

    public ImportSummary {
        misfits = List.copyOf(misfits);
        actions = List.copyOf(actions);
    }

    /// A record that is not taken: its line in the file, the key of its row as the file says it, and why.
    public record RejectedRow(long line, String key, String reason) {
    }

    /// How many rows are written.
    public long writes() {
        return added + changed;
    }
}
