package barton.steward.service.export;

import barton.steward.catalog.Field;
import barton.steward.dao.table.TableDao;
import barton.steward.model.StewardException;
import barton.steward.model.Work;
import barton.steward.model.query.Selection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Writes what a selection holds into a file.
public final class TableExport {
    private static final int PROGRESS_EVERY = 1_000;

    /// More columns than that nobody chooses from.
    private static final int MOST_KEPT = 300;

    private final TableDao dao;

    public TableExport(TableDao dao) {
        this.dao = dao;
    }

    /// Writes every row of the selection as CSV. NULL is an empty cell, an empty text is `""`, an array is JSON text; times are in UTC.
    /// @param neutraliseFormulas whether cells that a spreadsheet would take for a formula get an apostrophe in front
    /// @return how many rows were written
    /// @throws StewardException of kind REFUSED where the file cannot be written
    public long toCsv(Selection selection, List<Field> fields, Path file, boolean neutraliseFormulas) {
        return write(ExportPlan.of(selection, fields, file).as(ExportFormat.CSV).safe(neutraliseFormulas)).rows();
    }

    /// The headers of what files have beside the columns of intake, among the rows of the selection: those of most rows first. Other tables
    /// have none.
    public List<String> kept(Selection selection) {
        return selection.table().isIntake() ? dao.keptHeaders(selection, MOST_KEPT) : List.of();
    }

    /// How many of a plan's rows are people whom nobody contacts.
    public long suppressed(ExportPlan plan) {
        return Suppressed.of(plan.selection()).map(dao::count).orElse(0L);
    }

    /// Writes every row of the plan; the file appears under its name only when it is whole.
    /// @throws StewardException of kind REFUSED where the file cannot be written
    public ExportResult write(ExportPlan plan) {
        return WholeFile.write(plan.file(), part -> writeWhole(plan, part));
    }

    private ExportResult writeWhole(ExportPlan plan, Path part) throws IOException {
        try {
            return write(plan, part);
        } catch (StewardException e) {
            if (e.kind() != StewardException.Kind.BROKEN_OFF) {
                throw e;
            }
            Files.delete(part);
            return write(plan, part);
        }
    }

    private ExportResult write(ExportPlan plan, Path part) throws IOException {
        var rows = new Object() {
            private long written;

            private void write(RowFile file, List<Object> values) {
                try {
                    file.write(values);
                } catch (IOException e) {
                    throw WholeFile.unwritable(plan.file(), e);
                }
                if (++written % PROGRESS_EVERY == 0) {
                    Work.progress(written);
                }
            }
        };
        RowFile file = open(plan, part);
        var kept = new KeptCells(plan.kept());
        try (file) {
            dao.stream(plan.selection(), plan.read(), values -> rows.write(file, plan.kept().isEmpty() ? values : kept.spread(values)));
        }
        Work.progress(rows.written);
        return new ExportResult(rows.written, file.cut());
    }

    private static RowFile open(ExportPlan plan, Path part) throws IOException {
        return switch (plan.format()) {
            case CSV -> new CsvRowFile(plan, part);
            case XLSX -> new XlsxRowFile(plan, part);
            case JSON_LINES -> new JsonRowFile(plan, part);
        };
    }
}
