package barton.steward.service.export;

import barton.steward.catalog.Field;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// Rows as sheets of a workbook, each with the header, and behind them a sheet that tells what they are. Numbers, times and truth are
/// cells of their kind as far as a spreadsheet holds them exactly; every text is a text, whatever it begins with.
final class XlsxRowFile implements RowFile {
    /// With the header these fill a sheet.
    private static final int MOST_ROWS = Worksheet.MAX_ROWS - 1;
    private static final int FLUSH_AT = 500;
    private static final int EXACT_DIGITS = 15;
    private static final double PIXELS_PER_CHARACTER = 7;
    private static final String TIME = "yyyy-mm-dd hh:mm:ss";
    /// Before it spreadsheets count days that never were, and after it they have none.
    private static final Instant FIRST = Instant.parse("1900-03-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private final ExportPlan plan;
    private final List<Field> columns;
    private final OutputStream out;
    private final Workbook book;
    private final XlsxText text = new XlsxText();
    private final int mostRows;
    private Worksheet sheet;
    private int sheets;
    private int row;
    private long rows;

    XlsxRowFile(ExportPlan plan, Path part) throws IOException {
        this(plan, part, MOST_ROWS);
    }

    /// @param mostRows how many rows a sheet gets beside its header
    XlsxRowFile(ExportPlan plan, Path part, int mostRows) throws IOException {
        this.plan = plan;
        this.columns = plan.columns();
        this.mostRows = mostRows;
        this.out = new BufferedOutputStream(Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
        this.book = new Workbook(out, "Barton Steward", null);
        begin();
    }

    private void begin() throws IOException {
        finishSheet();
        sheets++;
        sheet = book.newWorksheet(sheets == 1 ? "Rows" : "Rows " + sheets);
        sheet.freezePane(0, 1);
        for (int i = 0; i < columns.size(); i++) {
            Field field = columns.get(i);
            if (field.width() > 0) {
                sheet.width(i, field.width() / PIXELS_PER_CHARACTER);
            }
            sheet.inlineString(0, i, field.name());
            sheet.style(0, i).bold().set();
        }
        row = 1;
    }

    private void finishSheet() throws IOException {
        if (sheet != null) {
            sheet.finish();
        }
    }

    @Override
    public void write(List<Object> values) throws IOException {
        if (row > mostRows) {
            begin();
        }
        for (int i = 0; i < values.size(); i++) {
            put(i, values.get(i));
        }
        row++;
        if (++rows % FLUSH_AT == 0) {
            sheet.flush();
        }
    }

    private void put(int column, Object value) {
        switch (value) {
            case null -> { }
            case Integer number -> sheet.value(row, column, number);
            case Long number when Math.abs(number) < 1_000_000_000_000_000L -> sheet.value(row, column, number);
            case BigDecimal number when number.precision() <= EXACT_DIGITS && Math.abs(number.scale()) <= EXACT_DIGITS ->
                    sheet.value(row, column, number);
            case Boolean truth -> sheet.value(row, column, truth);
            case Instant time when time.isAfter(FIRST) && time.isBefore(LAST) -> {
                sheet.value(row, column, LocalDateTime.ofInstant(time, ZoneOffset.UTC));
                sheet.style(row, column).format(TIME).set();
            }
            default -> text.put(sheet, row, column, new CsvText(false).of(value));
        }
    }

    @Override
    public long cut() {
        return text.cut();
    }

    @Override
    public void close() throws IOException {
        try (out) {
            finishSheet();
            about();
            book.close();
        }
    }

    private void about() throws IOException {
        Worksheet about = book.newWorksheet("About");
        List<List<String>> lines = List.of(
                List.of("Table", plan.selection().table().qualifiedName()),
                List.of("Rows", Long.toString(rows)),
                List.of("Filter", plan.filter().isBlank() ? "none" : plan.filter()),
                List.of("Exported at", Instant.now().toString()),
                List.of("Times", "in UTC"),
                List.of("Cells without their end", text.cut() + " of more than 32,767 characters"));
        for (int i = 0; i < lines.size(); i++) {
            about.inlineString(i, 0, lines.get(i).getFirst());
            about.style(i, 0).bold().set();
            text.put(about, i, 1, lines.get(i).getLast());
        }
        about.width(0, 24);
        about.width(1, 60);
        about.finish();
    }
}
