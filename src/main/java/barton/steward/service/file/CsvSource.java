package barton.steward.service.file;

import barton.steward.model.StewardException;
import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Reads a file of delimited cells.
final class CsvSource implements RowSource {
    private final RowGuard guard;
    private final CloseableIterator<FileRow> rows;
    private final Function<IOException, StewardException> failure;
    private long missingLines;

    CsvSource(Reader text, char delimiter, Function<IOException, StewardException> failure) {
        if ("\"\r\n\0".indexOf(delimiter) >= 0) {
            throw StewardException.refused("A quote or the end of a line cannot stand between cells.", "Name another delimiter.");
        }
        this.guard = new RowGuard(text, delimiter);
        this.failure = failure;
        this.rows = CsvReader.builder().fieldSeparator(delimiter).skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE).missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(true)
                .build(new RowBuilder(), guard).iterator();
    }

    @Override
    public FileRow next() {
        try {
            return rows.hasNext() ? checked(rows.next()) : null;
        } catch (UncheckedIOException e) {
            throw failure.apply(e.getCause());
        }
    }

    private FileRow checked(FileRow row) {
        var problem = guard.problem(row.line());
        var checked = new FileRow(row.line() + missingLines, row.cells(), problem.map(p -> new FileRow.Fault(p.cell(), p.reason())));
        missingLines += problem.map(RowGuard.Problem::missingLines).orElse(0L);
        return checked;
    }

    @Override
    public void close() {
        try {
            rows.close();
        } catch (IOException e) {
            throw failure.apply(e);
        }
    }

    private static final class RowBuilder extends AbstractBaseCsvCallbackHandler<FileRow> {
        private List<String> cells;

        @Override
        protected void handleBegin(long line) {
            cells = new ArrayList<>();
        }

        @Override
        protected void handleField(int index, char[] text, int offset, int length, boolean quoted) {
            cells.add(length == 0 ? "" : new String(text, offset, length));
        }

        @Override
        protected void handleEmpty() {
            cells.add("");
        }

        @Override
        protected FileRow buildRecord() {
            return new FileRow(getStartingLineNumber(), cells, Optional.empty());
        }
    }
}
