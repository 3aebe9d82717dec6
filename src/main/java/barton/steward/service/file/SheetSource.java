package barton.steward.service.file;

import barton.steward.model.StewardException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/// Reads the rows of a sheet, each cell as it is shown there.
final class SheetSource implements RowSource {
    private final ReadableWorkbook book;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final CellText text;
    private final boolean owned;
    private Function<Exception, StewardException> failure = e -> StewardException.refused(e.getMessage(), "");

    /// @param owned whether the workbook is closed with it
    SheetSource(ReadableWorkbook book, Sheet sheet, boolean owned) throws IOException {
        this.book = book;
        this.owned = owned;
        this.text = new CellText(book.isDate1904());
        this.stream = sheet.openStream();
        this.rows = stream.iterator();
    }

    /// @param what a file that breaks off means
    SheetSource failing(Function<Exception, StewardException> what) {
        failure = what;
        return this;
    }

    @Override
    public FileRow next() {
        try {
            return rows.hasNext() ? row(rows.next()) : null;
        } catch (ExcelReaderException e) {
            throw failure.apply(e);
        }
    }

    private FileRow row(Row row) {
        List<String> cells = new ArrayList<>(row.getCellCount());
        for (int i = 0; i < row.getCellCount(); i++) {
            Cell cell = row.getCell(i);
            cells.add(cell == null ? "" : text.of(cell));
        }
        int nul = cells.stream().filter(cell -> cell.indexOf(0) >= 0).findFirst().map(cells::indexOf).orElse(-1);
        FileRow read = FileRow.of(row.getRowNum(), cells);
        return nul < 0 ? read : read.faulty(nul, "contains a NUL character");
    }

    @Override
    public void close() {
        stream.close();
        if (owned) {
            try {
                book.close();
            } catch (IOException e) {
                throw failure.apply(e);
            }
        }
    }
}
