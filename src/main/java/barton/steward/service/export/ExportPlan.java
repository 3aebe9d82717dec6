package barton.steward.service.export;

import barton.steward.catalog.Field;
import barton.steward.catalog.KeptColumns;
import barton.steward.catalog.RowVersion;
import barton.steward.catalog.Table;
import barton.steward.model.StewardException;
import barton.steward.model.query.Selection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/// Which rows go into which file, and how: with these fields in this order; `spreadsheetSafe` puts an apostrophe before cells of a CSV file
/// that a spreadsheet would take for a formula, and `byteOrderMark` tells it that the file is UTF-8. `filter` says in words which rows they
/// are, for the sheet that a workbook has beside its rows; blank where there is nothing to say. `kept` are headers of what files have
/// beside the columns of intake; they come last.
public record ExportPlan(Selection selection, List<Field> fields, Path file, ExportFormat format, boolean spreadsheetSafe,
                         boolean byteOrderMark, String filter, List<String> kept) {
    public ExportPlan {
        fields = List.copyOf(fields);
        kept = List.copyOf(kept);
    }

    /// In the format that the file's name asks for, as it is.
    public static ExportPlan of(Selection selection, List<Field> fields, Path file) {
        return new ExportPlan(selection, fields, file, ExportFormat.of(file), false, false, "", List.of());
    }

    /// With what a file needs to come back as an update: first the key of the rows, last what tells whether they were changed.
    public ExportPlan forEditing() {
        Table table = selection.table();
        if (!RowVersion.TABLES.contains(table)) {
            throw StewardException.refused("A file of this table cannot come back as an update; nothing was written.",
                    "Export intake, people intake, master or people.");
        }
        var wanted = new LinkedHashSet<Field>();
        wanted.add(table.key());
        wanted.addAll(fields);
        wanted.add(RowVersion.FIELD);
        return new ExportPlan(selection, List.copyOf(wanted), file, format, spreadsheetSafe, byteOrderMark, filter, kept);
    }

    /// Without people whom nobody contacts; itself where the table is not of people of master.
    public ExportPlan withoutSuppressed() {
        return new ExportPlan(Suppressed.without(selection), fields, file, format, spreadsheetSafe, byteOrderMark, filter, kept);
    }

    public ExportPlan as(ExportFormat kind) {
        return new ExportPlan(selection, fields, file, kind, spreadsheetSafe, byteOrderMark, filter, kept);
    }

    public ExportPlan safe(boolean safe) {
        return new ExportPlan(selection, fields, file, format, safe, byteOrderMark, filter, kept);
    }

    public ExportPlan marked(boolean marked) {
        return new ExportPlan(selection, fields, file, format, spreadsheetSafe, marked, filter, kept);
    }

    public ExportPlan about(String rows) {
        return new ExportPlan(selection, fields, file, format, spreadsheetSafe, byteOrderMark, rows, kept);
    }

    public ExportPlan kept(List<String> headers) {
        return new ExportPlan(selection, fields, file, format, spreadsheetSafe, byteOrderMark, filter, headers);
    }

    /// The columns of the file. Where a kept header is called as another column, it says whose it is, so that a file has no two alike.
    List<Field> columns() {
        var all = new ArrayList<>(fields);
        kept.forEach(header -> all.add(KeptColumns.column(fields.stream().anyMatch(f -> f.name().equals(header)) ? header + " (file)"
                : header)));
        return all;
    }

    /// What has to be read of each row.
    List<Field> read() {
        return kept.isEmpty() ? fields : Stream.concat(fields.stream(), Stream.of(KeptColumns.FIELD)).toList();
    }
}
