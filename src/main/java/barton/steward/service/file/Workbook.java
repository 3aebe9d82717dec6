package barton.steward.service.file;

import barton.steward.model.StewardException;
import barton.steward.model.file.FileKind;
import barton.steward.model.file.FileOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/// One sheet of an Excel workbook: the one that is named, else, of those that can be seen, the one with most of the known headers.
record Workbook(Path path, String sheet, List<String> sheets, List<String> remarks) implements Container {
    private static final int SAMPLE_ROWS = 60;

    static Workbook of(Path path, FileOptions options, Predicate<String> known) {
        try (ReadableWorkbook book = opened(path)) {
            List<Sheet> all = book.getSheets().toList();
            List<Sheet> seen = all.stream().filter(s -> s.getVisibility() == SheetVisibility.VISIBLE).toList();
            List<String> names = seen.stream().map(Sheet::getName).toList();
            Sheet chosen = options.sheet().map(name -> named(all, name)).orElseGet(() -> best(book, seen, known));
            var remarks = new ArrayList<String>();
            String others = names.stream().filter(name -> !name.equals(chosen.getName())).map(name -> "“" + name + "”")
                    .collect(Collectors.joining(", "));
            if (!others.isEmpty() && options.sheet().isEmpty()) {
                remarks.add("The sheet “%s” was chosen; there %s also %s.".formatted(chosen.getName(), names.size() > 2 ? "are" : "is",
                        others));
            }
            String hidden = all.stream().filter(s -> s.getVisibility() != SheetVisibility.VISIBLE && s != chosen)
                    .map(s -> "“" + s.getName() + "”").collect(Collectors.joining(", "));
            if (!hidden.isEmpty()) {
                remarks.add("Hidden sheets were passed over: " + hidden + ".");
            }
            return new Workbook(path, chosen.getName(), names, List.copyOf(remarks));
        } catch (IOException | ExcelReaderException e) {
            throw broken(path, e);
        }
    }

    private static Sheet named(List<Sheet> all, String name) {
        return all.stream().filter(s -> s.getName().equals(name)).findFirst()
                .or(() -> all.stream().filter(s -> s.getName().strip().equalsIgnoreCase(name.strip())).findFirst())
                .or(() -> all.stream().filter(s -> name.strip().equals(String.valueOf(s.getIndex() + 1))).findFirst())
                .orElseThrow(() -> StewardException.refused("The workbook has no sheet “%s”; nothing was taken.".formatted(name),
                        "Its sheets are %s.".formatted(all.stream().map(s -> "“" + s.getName() + "”").collect(Collectors.joining(", ")))));
    }

    private static Sheet best(ReadableWorkbook book, List<Sheet> seen, Predicate<String> known) {
        if (seen.isEmpty()) {
            throw StewardException.refused("The workbook has no sheet that can be seen; nothing was taken.",
                    "Name the sheet, or unhide it.");
        }
        return seen.stream().max(Comparator.comparingLong((Sheet sheet) -> fit(book, sheet, known).known())
                .thenComparing(sheet -> fit(book, sheet, known).width() > 0).thenComparing(sheet -> -sheet.getIndex())).orElseThrow();
    }

    private static TableStart fit(ReadableWorkbook book, Sheet sheet, Predicate<String> known) {
        var rows = new ArrayList<FileRow>();
        try (var source = new SheetSource(book, sheet, false)) {
            for (FileRow row = source.next(); row != null && rows.size() < SAMPLE_ROWS; row = source.next()) {
                rows.add(row);
            }
        } catch (IOException e) {
            throw new ExcelReaderException(e);
        }
        return TableStart.find(rows, known);
    }

    private static ReadableWorkbook opened(Path path) throws IOException {
        try {
            return new ReadableWorkbook(path.toFile(), new ReadingOptions(true, false));
        } catch (ExcelReaderException withoutFormats) {
            // Some programs write workbooks without any styles.
            return new ReadableWorkbook(path.toFile(), new ReadingOptions(false, false));
        }
    }

    static StewardException broken(Path path, Exception e) {
        return new StewardException(StewardException.Kind.REFUSED,
                path.getFileName() + " cannot be read as an Excel workbook; nothing was taken.",
                "Open it in Excel or LibreOffice and save it anew, as .xlsx or as CSV UTF-8.", e);
    }

    @Override
    public FileKind kind() {
        return FileKind.EXCEL;
    }

    @Override
    public boolean trimsRows() {
        return true;
    }

    @Override
    public RowSource open() {
        try {
            ReadableWorkbook book = opened(path);
            try {
                Sheet chosen = book.getSheets().filter(s -> s.getName().equals(sheet)).findFirst().orElseThrow();
                return new SheetSource(book, chosen, true).failing(e -> broken(path, e));
            } catch (IOException | RuntimeException e) {
                book.close();
                throw e;
            }
        } catch (IOException | ExcelReaderException e) {
            throw broken(path, e);
        }
    }
}
