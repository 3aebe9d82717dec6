package barton.steward.service.export;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Field;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.MasterFields;
import barton.steward.catalog.Table;
import barton.steward.model.query.Query;
import barton.steward.model.query.Selection;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxRowFileTest {
    private static final List<Field> FIELDS = List.of(IntakeFields.ID, IntakeFields.COMPANY, IntakeFields.VALIDATED,
            IntakeFields.VALIDATED_AT, MasterFields.KEYWORDS);

    @TempDir
    private Path folder;

    @Test
    void cellsAreOfTheKindOfTheirValuesAsFarAsASpreadsheetHoldsThem() throws IOException {
        Instant time = Instant.parse("2025-10-24T12:30:15Z");
        List<Row> rows = sheet(0, 10, Arrays.asList(7L, "0123", true, time, List.of("a", "b")),
                Arrays.asList(Long.MAX_VALUE, "=1+1", null, Instant.parse("1850-01-01T00:00:00Z"), null),
                Arrays.asList(new BigDecimal("1.50"), "", false, null, null));

        assertThat(types(rows.get(1))).containsExactly(CellType.NUMBER, CellType.STRING, CellType.BOOLEAN,
                CellType.NUMBER, CellType.STRING);
        assertThat(rows.get(1).getCellAsDate(3)).hasValue(java.time.LocalDateTime.parse("2025-10-24T12:30:15"));
        assertThat(types(rows.get(2))).containsExactly(CellType.STRING, CellType.STRING, null, CellType.STRING);
        assertThat(rows.get(2).getCellText(0)).isEqualTo("9223372036854775807");
        assertThat(rows.get(2).getCellText(1)).isEqualTo("=1+1");
        assertThat(rows.get(2).getCellText(3)).isEqualTo("1850-01-01T00:00:00Z");
        assertThat(types(rows.get(3))).containsExactly(CellType.NUMBER, CellType.STRING, CellType.BOOLEAN);
    }

    @Test
    void moreRowsThanASheetHoldsGoIntoFurtherSheetsEachWithTheHeader() throws IOException {
        Path file = write("filter", 2, Stream.of(1L, 2L, 3L, 4L, 5L).map(XlsxRowFileTest::row).toList());
        try (var book = new ReadableWorkbook(file.toFile())) {
            assertThat(book.getSheets().map(Sheet::getName)).containsExactly("Rows", "Rows 2", "Rows 3", "About");
            assertThat(book.getSheet(2).orElseThrow().read()).extracting(r -> r.getCellText(0)).containsExactly("id", "5");
        }
    }

    @Test
    void aSheetOfItsOwnTellsWhatTheRowsAre() throws IOException {
        Path file = write("State is WV", 10, List.of(row(1L)));
        try (var book = new ReadableWorkbook(file.toFile())) {
            assertThat(book.findSheet("About").orElseThrow().read()).extracting(r -> r.getCellText(0) + ": " + r.getCellText(1))
                    .contains("Table: intake.company_raw_intake", "Rows: 1", "Filter: State is WV")
                    .anyMatch(line -> line.matches("Exported at: 20\\d\\d-.*Z"));
        }
    }

    @Test
    void ofATextThatIsTooLongForACellTheEndIsMissingAndCounted() throws IOException {
        Path file = folder.resolve("long.xlsx");
        var plan = ExportPlan.of(Selection.all(Query.all(Table.INTAKE)), FIELDS, file);
        String text = "x".repeat(32_766) + "\ud83d\ude80 and more";
        long cut;
        try (var rows = new XlsxRowFile(plan, file)) {
            rows.write(Arrays.asList(1L, text, null, null, null));
            rows.write(Arrays.asList(2L, "y".repeat(32_767), null, null, null));
            cut = rows.cut();
        }
        assertThat(cut).isEqualTo(1);
        try (var book = new ReadableWorkbook(file.toFile())) {
            assertThat(book.getFirstSheet().read()).extracting(r -> r.getCellText(1).length()).containsExactly(7, 32_766, 32_767);
        }
    }

    private List<Row> sheet(int index, int mostRows, List<?>... rows) throws IOException {
        Path file = write("", mostRows, List.of(rows));
        try (var book = new ReadableWorkbook(file.toFile())) {
            return book.getSheet(index).orElseThrow().read();
        }
    }

    private Path write(String filter, int mostRows, List<? extends List<?>> rows) throws IOException {
        Path file = folder.resolve("book.xlsx");
        var plan = ExportPlan.of(Selection.all(Query.all(Table.INTAKE)), FIELDS, file).about(filter);
        try (var writing = new XlsxRowFile(plan, file, mostRows)) {
            for (List<?> row : rows) {
                writing.write(new java.util.ArrayList<>(row));
            }
        }
        return file;
    }

    private static List<Object> row(long id) {
        return Arrays.asList(id, "n", null, null, null);
    }

    private static List<CellType> types(Row row) {
        return row.stream().map(c -> c == null ? null : c.getType()).toList();
    }
}
