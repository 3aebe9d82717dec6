package barton.steward.service.csv;

import barton.steward.model.StewardException;
import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Reads a CSV file row by row in constant memory; rows that say nothing are passed over.
public final class CsvRows implements AutoCloseable {
    private final RowGuard guard;
    private final CloseableIterator<CsvRow> rows;
    private final Function<IOException, StewardException> failure;
    private final List<String> header;
    private long missingLines;

    CsvRows(Reader text, char delimiter, Function<IOException, StewardException> failure) {
        this.guard = new RowGuard(text, delimiter);
        this.failure = failure;
        this.rows = CsvReader.builder().fieldSeparator(delimiter).skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE).missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(true)
                .build(new RowBuilder(), guard).iterator();
        try {
            this.header = named(raw());
        } catch (StewardException e) {
            close();
            throw e;
        }
    }

    /// The names of the columns, each different: a repeated one has a number behind it, a missing one is `column 3`.
    public List<String> header() {
        return header;
    }

    /// The next row, or null where there is none. A row that has not as many cells as the header has a fault.
    /// @throws StewardException of kind REFUSED where the file cannot be read or is not in its encoding
    public CsvRow next() {
        CsvRow row = raw();
        if (row == null || row.fault().isPresent() || row.cells().size() == header.size()) {
            return row;
        }
        int cells = row.cells().size();
        String reason = "has %,d cell%s where the header has %,d".formatted(cells, cells == 1 ? "" : "s", header.size());
        return new CsvRow(row.line(), row.cells(), Optional.of(new CsvRow.Fault(-1, reason)));
    }

    private CsvRow raw() {
        try {
            while (rows.hasNext()) {
                CsvRow row = checked(rows.next());
                if (!row.blank()) {
                    return row;
                }
            }
            return null;
        } catch (UncheckedIOException e) {
            throw failure.apply(e.getCause());
        }
    }

    private CsvRow checked(CsvRow row) {
        var problem = guard.problem(row.line());
        var checked = new CsvRow(row.line() + missingLines, row.cells(), problem.map(p -> new CsvRow.Fault(p.cell(), p.reason())));
        missingLines += problem.map(RowGuard.Problem::missingLines).orElse(0L);
        return checked;
    }

    private static List<String> named(CsvRow first) {
        if (first == null) {
            throw StewardException.refused("The file is empty.", "Choose a CSV file with a header and rows.");
        }
        first.fault().ifPresent(fault -> {
            throw StewardException.refused("The header in line %d cannot be read: %s.".formatted(first.line(), fault.reason()),
                    "Check that it is a CSV file; name its encoding where that is not UTF-8.");
        });
        var names = new ArrayList<String>();
        var taken = new HashSet<String>();
        for (String cell : first.cells()) {
            String name = cell.isBlank() ? "column " + (names.size() + 1) : cell.strip();
            String unique = name;
            for (int i = 2; !taken.add(unique); i++) {
                unique = name + " (" + i + ")";
            }
            names.add(unique);
        }
        return List.copyOf(names);
    }

    @Override
    public void close() {
        try {
            rows.close();
        } catch (IOException e) {
            throw failure.apply(e);
        }
    }

    private static final class RowBuilder extends AbstractBaseCsvCallbackHandler<CsvRow> {
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
        protected CsvRow buildRecord() {
            return new CsvRow(getStartingLineNumber(), cells, Optional.empty());
        }
    }
}
