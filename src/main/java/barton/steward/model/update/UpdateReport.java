package barton.steward.model.update;

import java.util.List;

/// What updating records from a file does, or did. Each row of the file is new (no record is there), the same, changed, in conflict (its
/// record was changed since the file was exported) or left for a reason that `misfits` names: ambiguous, promoted or refused.
/// @param writes of the changed how many are written, because somewhere the file wins or fills
/// @param seen   what was seen, so that only that is written; null once it was
/// @param action takes it back; 0 for a preview, and where nothing was written
public record UpdateReport(long fresh, long same, long changed, long conflicts, long ambiguous, long promoted, long refused, long writes,
                           List<FieldDiff> fields, List<Diff> diffs, List<Misfit> misfits, String seen, long action) {
    /// The most differences, and the most rows that are left, that are named.
    public static final int MOST_NAMED = 1_000;

    public UpdateReport {
        fields = List.copyOf(fields);
        diffs = List.copyOf(diffs);
        misfits = List.copyOf(misfits);
    }

    /// In how many records the file fills a field, overwrites or empties it, and in how many it says something else that is not taken.
    public record FieldDiff(String field, long fills, long overwrites, long empties, long kept) {
    }

    /// What a row of the file says of a field and what its record says, as text, null for nothing; and whether it is written.
    public record Diff(long line, String id, String field, String record, String file, boolean written) {
    }

    /// A row of the file that is left, by its line.
    public record Misfit(long line, String key, String reason) {
    }

    public UpdateReport refusing(long more, List<Misfit> named) {
        var all = new java.util.ArrayList<>(named);
        misfits.stream().limit(Math.max(0, MOST_NAMED - all.size())).forEach(all::add);
        return new UpdateReport(fresh, same, changed, conflicts, ambiguous, promoted, refused + more, writes, fields, diffs, all, seen,
                action);
    }
}
