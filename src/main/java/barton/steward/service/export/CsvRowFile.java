package barton.steward.service.export;

import barton.steward.catalog.Field;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// Rows as CSV in UTF-8: NULL is an empty cell, an empty text is `""`.
final class CsvRowFile implements RowFile {
    private static final char MARK = '\uFEFF';

    private final CsvText text;
    private final CsvWriter csv;
    private final String[] cells;

    CsvRowFile(ExportPlan plan, Path part) throws IOException {
        text = new CsvText(plan.spreadsheetSafe());
        cells = new String[plan.columns().size()];
        Writer writer = Files.newBufferedWriter(part, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        if (plan.byteOrderMark()) {
            writer.write(MARK);
        }
        csv = CsvWriter.builder().quoteStrategy(QuoteStrategies.EMPTY).build(writer);
        csv.writeRecord(plan.columns().stream().map(Field::name).toList());
    }

    @Override
    public void write(List<Object> values) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            cells[i] = text.of(values.get(i));
        }
        try {
            csv.writeRecord(cells);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
