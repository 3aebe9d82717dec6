package barton.steward.service.file;

import barton.steward.model.StewardException;
import barton.steward.model.file.FileFormat;
import barton.steward.model.file.FileOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How wide a table is and what its columns are called, as far as its first rows tell.
final class TableLayout {
    /// So many rows that end early, beside whole ones, and none that ends with an empty cell: something leaves empty cells out at the end.
    private static final int SHORT_ROWS = 3;
    private static final int LONGEST_REMARK = 120;

    private final List<FileRow> rows;
    private final List<FileRow> below;
    private final TableStart start;
    private final Container container;
    private final FileOptions options;
    private final List<String> remarks;

    TableLayout(List<FileRow> rows, TableStart start, Container container, FileOptions options) {
        this.rows = rows;
        this.start = start;
        this.container = container;
        this.options = options;
        this.remarks = new ArrayList<>(container.remarks());
        this.below = rows.stream().skip(start.header() + 1L).filter(row -> row.fault().isEmpty() && !row.blank()).toList();
    }

    /// @param make from the format, and how many cells a row must have at least
    <T> T file(BiFunction<FileFormat, Integer, T> make) {
        List<String> cells = headerCells();
        if (rowNames(cells.size())) {
            cells = Stream.concat(Stream.of(""), cells.stream()).toList();
            remarks.add("The first column, which has no header, is called “column 1”.");
        }
        int named = filledWidth(cells);
        boolean uneven = options.unevenRows() || container.trimsRows() || endEarly(named);
        int most = uneven || start.header() < 0 ? Integer.MAX_VALUE : cells.size();
        int width = Math.max(named, below.stream().mapToInt(row -> filledWidth(row.cells())).filter(w -> w <= most).max().orElse(0));
        preamble();
        long line = start.header() < 0 ? 0 : rows.get(start.header()).line();
        var format = new FileFormat(container.kind(), container.charset(), container.delimiter(), container.sheet(),
                container.sheets(), line, HeaderNames.of(cells, width), uneven, List.copyOf(remarks));
        return make.apply(format, start.header() < 0 ? width : named);
    }

    private List<String> headerCells() {
        if (start.header() < 0) {
            if (rows.stream().noneMatch(row -> row.fault().isEmpty() && !row.blank())) {
                rows.stream().filter(row -> row.fault().isPresent()).findFirst().ifPresent(this::unreadable);
            }
            remarks.add("The file has no header; its columns are called “column 1”, “column 2” and so on.");
            return List.of();
        }
        FileRow header = rows.get(start.header());
        if (header.fault().isPresent()) {
            unreadable(header);
        }
        return header.cells();
    }

    private void unreadable(FileRow header) {
        throw StewardException.refused("The header in line %d cannot be read: %s.".formatted(header.line(),
                header.fault().orElseThrow().reason()), "Check that it is a CSV file; name its encoding where that is not UTF-8.");
    }

    private static int filledWidth(List<String> cells) {
        int width = cells.size();
        while (width > 0 && FileRow.blank(cells.get(width - 1))) {
            width--;
        }
        return width;
    }

    /// Whether every row has one cell more than the header, and numbers or names in the first: what statistics programs write.
    private boolean rowNames(int header) {
        return header > 1 && below.size() >= SHORT_ROWS && below.stream().allMatch(row -> row.cells().size() == header + 1)
                && below.stream().allMatch(row -> row.cells().getFirst().strip().matches("\\d+"))
                && below.stream().anyMatch(row -> filledWidth(row.cells()) == header + 1);
    }

    private boolean endEarly(int width) {
        List<FileRow> early = below.stream().filter(row -> row.cells().size() < width).toList();
        boolean written = early.size() >= SHORT_ROWS && early.size() < below.size()
                && below.stream().noneMatch(row -> FileRow.blank(row.cells().getLast()))
                && IntStream.range(1, below.size()).noneMatch(i -> below.get(i - 1).cells().size() < width
                        && below.get(i).cells().size() < width
                        && below.get(i - 1).cells().size() + below.get(i).cells().size() - 1 == width);
        if (written && !options.unevenRows()) {
            remarks.add("Rows end behind their last value; they are filled up with empty cells.");
        }
        return written;
    }

    private void preamble() {
        List<String> above = rows.stream().limit(Math.max(0, start.header())).filter(row -> !row.blank())
                .filter(row -> !row.cells().getFirst().toLowerCase(Locale.ROOT).startsWith("sep="))
                .map(row -> String.join(" ", row.filled().stream().map(String::strip).toList())).toList();
        if (!above.isEmpty()) {
            String said = above.stream().collect(Collectors.joining(" / "));
            remarks.add("Above the table, and left out: "
                    + (said.length() > LONGEST_REMARK ? said.substring(0, LONGEST_REMARK) + "…" : said));
        }
    }
}
