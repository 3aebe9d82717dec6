package barton.steward.service.export;

import barton.steward.catalog.Field;
import barton.steward.dao.table.TableDao;
import barton.steward.model.StewardException;
import barton.steward.model.Work;
import barton.steward.model.query.Selection;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// Writes what a selection holds into a CSV file.
public final class TableExport {
    private static final int PROGRESS_EVERY = 1_000;

    private final TableDao dao;

    public TableExport(TableDao dao) {
        this.dao = dao;
    }

    /// Writes every row of the selection; the file appears under its name only when it is whole. NULL is an empty cell, an empty
    /// text is `""`, an array is JSON text; times are in UTC.
    /// @param neutraliseFormulas whether cells that a spreadsheet would take for a formula get an apostrophe in front
    /// @return how many rows were written
    /// @throws StewardException of kind REFUSED where the file cannot be written
    public long toCsv(Selection selection, List<Field> fields, Path file, boolean neutraliseFormulas) {
        return WholeFile.write(file, part -> writeWhole(selection, fields, part, file, new CsvText(neutraliseFormulas)));
    }

    private long writeWhole(Selection selection, List<Field> fields, Path part, Path file, CsvText text) throws IOException {
        try {
            return write(selection, fields, part, file, text);
        } catch (StewardException e) {
            if (e.kind() != StewardException.Kind.BROKEN_OFF) {
                throw e;
            }
            Files.delete(part);
            return write(selection, fields, part, file, text);
        }
    }

    private long write(Selection selection, List<Field> fields, Path part, Path file, CsvText text) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().quoteStrategy(QuoteStrategies.EMPTY)
                .build(part, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            csv.writeRecord(fields.stream().map(Field::name).toList());
            var rows = new Object() {
                private final String[] cells = new String[fields.size()];
                private long written;

                private void write(List<Object> row) {
                    try {
                        for (int i = 0; i < cells.length; i++) {
                            cells[i] = text.of(row.get(i));
                        }
                        csv.writeRecord(cells);
                    } catch (UncheckedIOException e) {
                        throw WholeFile.unwritable(file, e.getCause());
                    }
                    if (++written % PROGRESS_EVERY == 0) {
                        Work.progress(written);
                    }
                }
            };
            dao.stream(selection, fields, rows::write);
            Work.progress(rows.written);
            return rows.written;
        }
    }
}
