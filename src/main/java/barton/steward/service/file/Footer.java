package barton.steward.service.file;

import java.util.List;
import java.util.regex.Pattern;

/// Knows the lines that reports and databases write below a table, which are no rows of it: a total, the number of rows, a source,
/// a notice.
final class Footer {
    /// Reports of Salesforce, psql and SQL Server, rankings and spreadsheets in English, German, French, Spanish and Japanese.
    private static final Pattern NOTICE = Pattern.compile("(?iu)(©|copyright\\b|\\(c\\) |confidential\\b|generated (by|on|at)\\b"
            + "|exported (by|on|from|at)\\b|report (generated|created)\\b|sources?:|quelle:|source :|fuente:|notes?:"
            + "|end of (report|file|list|export)\\b|page \\d+ of|as of \\w+ \\d|stand:? \\d|filtered by\\b|data provided by\\b|\\*+ ?"
            + "|\\(?\\d[\\d,.]* (rows?|records?|results?|zeilen|filas|lignes)\\b( affected| selected)?\\)?).*");
    private static final Pattern TOTAL = Pattern.compile("(?iu)((grand |sub)?[- ]?totals?|sum|count|average|(gesamt)?summe|gesamt|insgesamt"
            + "|total g[ée]n[ée]ral|total general|合計|総計|合计|总计|итого|totale|totaal)( ?\\([^)]*\\))?\\s*:?\\s*[\\d,.]*");
    private static final Pattern FIGURE = Pattern.compile("[-+(]?\\s*[$€£¥]?\\s*\\d[\\d.,' \u00a0]*\\s*[%)$€£kmbn]{0,3}",
            Pattern.CASE_INSENSITIVE);
    /// A sentence after a gap is no row where a row has at least so many cells.
    private static final int WIDE = 3;

    private Footer() {
    }

    /// @param width of the header
    /// @param apart whether nothing stands between it and the rows, or only another such line
    static boolean may(FileRow row, int width, boolean apart) {
        List<String> filled = row.filled();
        if (row.fault().isPresent() || filled.isEmpty()) {
            return false;
        }
        String first = filled.getFirst().strip();
        List<String> others = filled.subList(1, filled.size());
        if (TOTAL.matcher(first).matches() && others.stream().allMatch(cell -> FIGURE.matcher(cell.strip()).matches())) {
            return true;
        }
        boolean narrow = row.cells().size() < width;
        if (NOTICE.matcher(first).matches() && (others.isEmpty() || narrow)) {
            return true;
        }
        return apart && narrow && others.isEmpty() && width >= WIDE && row.cells().indexOf(filled.getFirst()) == 0;
    }
}
