package barton.steward.service.file;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Where the table of a file begins, found in its first rows: at the row with most of the headers that are known, else at the first row
/// as wide as most rows are, unless that is a row of values.
/// @param header the place of the header in those rows; -1 where there is none
/// @param known  how many of its cells are known as headers
/// @param even   how many of the rows below are as wide as it
/// @param width  how many of its cells are filled
record TableStart(int header, long known, long even, int width) {
    private static final int EVEN_ROWS = 20;
    private static final int SEARCHED = 60;
    private static final Pattern VALUE = Pattern.compile("(?i).+@.+\\..+|https?://.*|www\\..*"
            + "|[a-z0-9-]+(\\.[a-z0-9-]+)*\\.(com|org|net|io|co|edu|gov|example|de|uk|fr|ai|us)(/.*)?|\\+?[\\d(][\\d() ./-]{8,}");
    private static final Pattern NUMBER = Pattern.compile("[-+$€£]?\\d[\\d.,]*%?");

    /// @param known whether a text is a header that is known
    static TableStart find(List<FileRow> rows, Predicate<String> known) {
        int best = -1;
        long most = 0;
        for (int i = 0; i < Math.min(SEARCHED, rows.size()); i++) {
            FileRow row = rows.get(i);
            List<String> filled = row.filled();
            long here = row.fault().isPresent() ? 0 : filled.stream().filter(known).distinct().count();
            if (here > most && here * 2 >= filled.size()) {
                most = here;
                best = i;
            }
        }
        int usual = usualWidth(rows);
        if (best < 0 || rows.get(best).filled().size() == 1 && usual > 1) {
            best = firstOfWidth(rows, usual);
            if (best >= 0 && rows.get(best).filled().stream().noneMatch(known) && valuesIn(rows, best)) {
                return new TableStart(-1, 0, even(rows, -1, usual), usual);
            }
        }
        return at(rows, best, known);
    }

    static TableStart at(List<FileRow> rows, int header, Predicate<String> known) {
        if (header < 0) {
            int usual = usualWidth(rows);
            return new TableStart(-1, 0, even(rows, -1, usual), usual);
        }
        FileRow row = rows.get(header);
        List<String> filled = row.filled();
        return new TableStart(header, filled.stream().filter(known).distinct().count(), even(rows, header, row.cells().size()),
                filled.size());
    }

    private static long even(List<FileRow> rows, int header, int width) {
        return width < 2 ? 0 : rows.stream().skip(header + 1L).filter(row -> !row.blank()).limit(EVEN_ROWS)
                .filter(row -> row.fault().isEmpty() && row.cells().size() == width).count();
    }

    /// Of the rows that say something, how many cells most of them have.
    static int usualWidth(List<FileRow> rows) {
        Map<Integer, Integer> counts = new HashMap<>();
        rows.stream().filter(row -> row.fault().isEmpty() && !row.blank())
                .forEach(row -> counts.merge(row.cells().size(), 1, Integer::sum));
        return counts.entrySet().stream().max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey).orElse(0);
    }

    /// The first row that is as wide as most are, or narrower by one where it is the first of all: a header without a name for the
    /// column of row names.
    private static int firstOfWidth(List<FileRow> rows, int usual) {
        int first = -1;
        for (int i = 0; i < rows.size(); i++) {
            FileRow row = rows.get(i);
            if (row.fault().isEmpty() && !row.blank()) {
                int least = first < 0 ? usual - 1 : usual;
                if (row.cells().size() >= least && (usual < 3 || row.filled().size() > 1)) {
                    return i;
                }
                first = first < 0 ? i : first;
            }
        }
        return first;
    }

    /// Whether a row holds values: an address or a number among its cells, a number in most, or a cell that comes again below it.
    private static boolean valuesIn(List<FileRow> rows, int place) {
        FileRow row = rows.get(place);
        List<String> filled = row.filled().stream().map(String::strip).toList();
        if (filled.stream().anyMatch(cell -> VALUE.matcher(cell).matches())
                || filled.stream().filter(cell -> NUMBER.matcher(cell).matches()).count() * 2 > filled.size()) {
            return true;
        }
        for (int column = 0; column < row.cells().size(); column++) {
            String cell = row.cells().get(column).strip();
            int at = column;
            if (!FileRow.blank(cell) && rows.stream().skip(place + 1L).anyMatch(below -> at < below.cells().size()
                    && below.cells().get(at).strip().equals(cell) && !below.cells().equals(row.cells()))) {
                return true;
            }
        }
        return false;
    }
}
