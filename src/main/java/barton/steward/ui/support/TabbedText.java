package barton.steward.ui.support;

import barton.steward.catalog.Field;
import barton.steward.catalog.FieldType;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

/// Cells as text between tabs, a row a line, as spreadsheets copy and paste them: what has a tab, a line break or a quote in it is quoted.
public final class TabbedText {
    private final StringWriter text = new StringWriter();
    private final CsvWriter lines = CsvWriter.builder().fieldSeparator('\t').lineDelimiter(LineDelimiter.LF).bufferSize(0)
            .build(text);

    public void line(List<String> cells) {
        lines.writeRecord(cells);
    }

    /// How many characters there are.
    public int length() {
        return text.getBuffer().length();
    }

    /// The lines so far, without a break after the last.
    @Override
    public String toString() {
        return text.getBuffer().isEmpty() ? "" : text.getBuffer().substring(0, text.getBuffer().length() - 1);
    }

    /// A value as a cell has it, from which it can be read again: blank for NULL, JSON in one line.
    public static String cell(Field field, Object value) {
        return value != null && field.type() == FieldType.JSON ? value.toString() : ValueFormat.editable(field, value);
    }

    /// The cells of each line; lines may differ in length.
    /// @throws IllegalArgumentException where a quote is not closed; the message is a sentence
    public static List<List<String>> read(String text) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder().fieldSeparator('\t').skipEmptyLines(false).ofCsvRecord(text)) {
            return reader.stream().map(CsvRecord::getFields).toList();
        } catch (CsvParseException | IOException e) {
            throw new IllegalArgumentException(Messages.get("paste.broken"), e);
        }
    }
}
