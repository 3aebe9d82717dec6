package barton.steward.service;

import barton.steward.dao.TableDao;
import barton.steward.model.Field;
import barton.steward.model.Selection;
import barton.steward.model.StewardException;
import barton.steward.model.Work;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;

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
        Path target = target(file);
        Path part = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            long rows = writeWhole(selection, fields, part, file, new CsvText(neutraliseFormulas));
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return rows;
        } catch (IOException e) {
            throw unwritable(file, e);
        } finally {
            remove(part);
        }
    }

    private static Path target(Path file) {
        if (Files.isDirectory(file)) {
            throw StewardException.refused(file + " is a folder; nothing was written.", "Name a file in it.");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw StewardException.refused(file + " is not a file that can be replaced; nothing was written.", "Name another file.");
        }
        Path folder = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw StewardException.refused("There is no folder " + folder + "; nothing was written.", "Make it, or name another one.");
        }
        try {
            return Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        } catch (IOException e) {
            throw unwritable(file, e);
        }
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
                        throw unwritable(file, e.getCause());
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

    private static void remove(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StewardException unwritable(Path file, IOException e) {
        boolean forbidden = e instanceof AccessDeniedException;
        return new StewardException(StewardException.Kind.REFUSED, file + " could not be written; there is no half file left.",
                forbidden ? "Choose a folder that you may write to." : "Check that there is space left, or choose another folder.", e);
    }
}
