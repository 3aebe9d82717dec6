package barton.steward.service.file;

import barton.steward.model.StewardException;
import barton.steward.model.file.FileFormat;
import barton.steward.model.file.FileOptions;
import barton.steward.model.file.FilePreview;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// A file with a table in it, whatever kind of file it is: how it is written, where the table begins, and its rows as often as they are
/// asked for.
public final class TableFile {
    private static final int SAMPLE_ROWS = 300;

    private final Path path;
    private final Container container;
    private final FileFormat format;
    private final int leastCells;

    private TableFile(Path path, Container container, FileFormat format, int leastCells) {
        this.path = path;
        this.container = container;
        this.format = format;
        this.leastCells = leastCells;
    }

    /// Finds out how the file is written, as far as the options do not say it.
    /// @param known whether a text is a header that is known, by which the header and the delimiter are found
    /// @throws StewardException of kind REFUSED where it is no file with a table that can be read; the message says what it is
    public static TableFile open(Path path, FileOptions options, Predicate<String> known) {
        Container container = Containers.of(path, options, known);
        if (container instanceof JsonTable json) {
            return new TableFile(path, container, new FileFormat(json.kind(), json.charset(), null, null, List.of(), 1, json.header(),
                    false, json.remarks()), json.header().size());
        }
        List<FileRow> rows = sample(container);
        if (rows.stream().allMatch(FileRow::blank)) {
            throw StewardException.refused("The file is empty.", "Choose a file with a header and rows.");
        }
        TableStart start = options.headerLine().map(line -> TableStart.at(rows, told(rows, line), known))
                .orElseGet(() -> TableStart.find(rows, known));
        return new TableLayout(rows, start, container, options).file((format, least) -> new TableFile(path, container, format, least));
    }

    /// Whether a file is a text, as far as its beginning tells, and not of some other known kind.
    /// @throws StewardException of kind REFUSED where it is no file
    public static boolean isText(Path path) {
        TextFile.mustBeFile(path);
        return FileMagic.of(path) == FileMagic.TEXT;
    }

    private static int told(List<FileRow> rows, long line) {
        if (line == 0) {
            return -1;
        }
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).line() >= line && !rows.get(i).blank()) {
                return i;
            }
        }
        throw StewardException.refused("There is no header in line %,d or soon below it; nothing was taken.".formatted(line),
                "Name the line of the header, within the first %,d rows of the file.".formatted(SAMPLE_ROWS));
    }

    private static List<FileRow> sample(Container container) {
        var rows = new ArrayList<FileRow>();
        try (RowSource source = container.open()) {
            for (FileRow row = source.next(); row != null && rows.size() < SAMPLE_ROWS; row = source.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    public FileFormat format() {
        return format;
    }

    /// What the file is called, without its folder.
    public String name() {
        return path.getFileName().toString();
    }

    /// What it says, to the last byte.
    public String sha256() {
        return TextFile.sha256(path);
    }

    /// Opens the table at its first row.
    /// @throws StewardException of kind REFUSED where the file cannot be read or is not in its encoding
    public TableRows rows() {
        return new TableRows(container.open(), format, leastCells);
    }

    /// How the file is written, and its first rows.
    public FilePreview preview(int most) {
        var first = new ArrayList<List<String>>();
        try (TableRows rows = rows()) {
            for (FileRow row = rows.next(); row != null && first.size() < most; row = rows.next()) {
                first.add(List.copyOf(row.cells()));
            }
        }
        return new FilePreview(format, List.copyOf(first));
    }
}
