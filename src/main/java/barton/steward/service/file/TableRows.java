package barton.steward.service.file;

import barton.steward.model.file.FileFormat;
import barton.steward.model.file.FileKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/// The rows of the table in a file, each as wide as its header, one by one in constant memory. Left out are what stands above and below
/// the table, rows that say nothing and the header where it comes again.
public final class TableRows implements AutoCloseable {
    private static final int LONGEST_FOOTER = 20;
    private static final Pattern RULE = Pattern.compile("\\s*[-+=:|_]{3,}\\s*");

    private final RowSource source;
    private final FileFormat format;
    private final int width;
    private final int leastCells;
    private final Deque<FileRow> ready = new ArrayDeque<>();
    private final List<FileRow> pending = new ArrayList<>();
    private List<String> headerCells = List.of();
    private boolean afterGap;
    private long emptyRows;
    private long repeatedHeaders;

    TableRows(RowSource source, FileFormat format, int leastCells) {
        this.source = source;
        this.format = format;
        this.width = format.header().size();
        this.leastCells = leastCells;
        if (format.headerLine() > 0 && format.kind() != FileKind.JSON && format.kind() != FileKind.JSON_LINES) {
            skipToHeader();
        }
    }

    private void skipToHeader() {
        for (FileRow row = source.next(); row != null; row = source.next()) {
            if (row.line() >= format.headerLine()) {
                headerCells = row.cells();
                return;
            }
        }
    }

    /// The names of the columns, each another.
    public List<String> header() {
        return format.header();
    }

    /// The next row, or null where there is none. A row that is narrower or wider than the header has a fault, unless it is known that
    /// such rows are meant.
    /// @throws barton.steward.model.StewardException of kind REFUSED where the file cannot be read or is not in its encoding
    public FileRow next() {
        while (ready.isEmpty()) {
            FileRow row = source.next();
            if (row == null) {
                return null;
            }
            if (row.blank() || isRule(row)) {
                afterGap = true;
                emptyRows += row.cells().size() > 1 ? 1 : 0;
            } else if (isHeader(row)) {
                repeatedHeaders++;
            } else if (Footer.may(row, width, afterGap || !pending.isEmpty()) && pending.size() < LONGEST_FOOTER) {
                pending.add(row);
            } else {
                pending.forEach(held -> ready.add(fitted(held)));
                pending.clear();
                ready.add(fitted(row));
                afterGap = false;
            }
        }
        return ready.poll();
    }

    /// A line that is drawn below a header, or between rows.
    private static boolean isRule(FileRow row) {
        return !row.blank() && row.fault().isEmpty() && row.filled().stream().allMatch(cell -> RULE.matcher(cell).matches());
    }

    private boolean isHeader(FileRow row) {
        return !headerCells.isEmpty() && row.cells().size() >= headerCells.size()
                && row.cells().subList(0, headerCells.size()).equals(headerCells);
    }

    private FileRow fitted(FileRow row) {
        int cells = row.cells().size();
        if (row.fault().isPresent() || cells == width) {
            return row;
        }
        if (cells > width) {
            return row.cells().subList(width, cells).stream().allMatch(FileRow::blank)
                    ? FileRow.of(row.line(), row.cells().subList(0, width)) : uneven(row);
        }
        if (cells >= leastCells || format.unevenRows()) {
            var filled = new ArrayList<>(row.cells());
            filled.addAll(Collections.nCopies(width - cells, ""));
            return FileRow.of(row.line(), filled);
        }
        return uneven(row);
    }

    private FileRow uneven(FileRow row) {
        int cells = row.cells().size();
        return row.faulty(-1, "has %,d cell%s where the header has %,d".formatted(cells, cells == 1 ? "" : "s", width));
    }

    /// So far: how many rows had no value in any cell; lines without a delimiter are not among them.
    public long emptyRows() {
        return emptyRows;
    }

    /// So far: how often the header came again.
    public long repeatedHeaders() {
        return repeatedHeaders;
    }

    /// What stands below the table, once the end was reached.
    public List<String> footer() {
        return pending.stream().map(row -> String.join(" ", row.filled())).toList();
    }

    @Override
    public void close() {
        source.close();
    }
}
