package barton.steward.model.update;

import barton.steward.model.intake.ImportReport;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What updating records from a file does, or did. Each row of the file is new (no record is there), the same, changed, in conflict (its
/// record was changed since the file was exported) or left for a reason that `misfits` names: ambiguous, promoted or refused.
/// @param writes of the changed how many are written, because somewhere the file wins or fills
/// @param seen   what was seen, so that only that is written; null once it was
/// @param lines  of each kind of rows the first [#MOST_NAMED], by their lines; a preview has them
/// @param action takes it back; 0 for a preview, and where nothing was written
/// @param taken  how taking the new rows into a batch ended; null where they were left
public record UpdateReport(long fresh, long same, long changed, long conflicts, long ambiguous, long promoted, long refused, long writes,
                           List<FieldDiff> fields, List<Diff> diffs, List<Misfit> misfits, List<Line> lines, String seen, long action,
                           ImportReport taken) {
    /// The most differences, and the most rows that are left, that are named.
    public static final int MOST_NAMED = 1_000;

    public UpdateReport {
        fields = List.copyOf(fields);
        diffs = List.copyOf(diffs);
        misfits = List.copyOf(misfits);
        lines = List.copyOf(lines);
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

    /// A row of the file, or one of the fields in which it and its record differ, for people to look through: long texts lack their end.
    /// @param id     of its record; null where there is none
    /// @param name   what the record is called, else what the row says; null for nothing
    /// @param field  null where no field is meant
    /// @param record null for nothing; so is `file`
    /// @param reason why it is left, null where it is not
    public record Line(long line, UpdateKind kind, String key, String id, String name, String field, String record, String file,
                       boolean written, String reason) {
    }

    /// How many rows of the file are of a kind.
    public long count(UpdateKind kind) {
        return switch (kind) {
            case NEW -> fresh;
            case SAME -> same;
            case CHANGED -> changed;
            case CONFLICT -> conflicts;
            case LEFT -> ambiguous + promoted + refused;
        };
    }

    public UpdateReport refusing(long more, List<Misfit> named) {
        var all = new ArrayList<>(named);
        misfits.stream().limit(Math.max(0, MOST_NAMED - all.size())).forEach(all::add);
        var refusals = named.stream().map(m -> new Line(m.line(), UpdateKind.LEFT, m.key(), null, null, null, null, null, false,
                m.reason()));
        return new UpdateReport(fresh, same, changed, conflicts, ambiguous, promoted, refused + more, writes, fields, diffs, all,
                Stream.concat(lines.stream(), refusals).toList(), seen, action, taken);
    }

    public UpdateReport lines(List<Line> all) {
        return new UpdateReport(fresh, same, changed, conflicts, ambiguous, promoted, refused, writes, fields, diffs, misfits, all, seen,
                action, taken);
    }

    public UpdateReport taken(ImportReport report) {
        return new UpdateReport(fresh, same, changed, conflicts, ambiguous, promoted, refused, writes, fields, diffs, misfits, lines, seen,
                action, report);
    }
}
