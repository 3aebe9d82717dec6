package barton.steward.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The window on the table: what a key, a scroll or an import costs the steward who waits for it.
final class WindowMeasures {
    private static final long IMPORTED = 100_000;
    private static final long IMPORTED_BEFORE = 10_000;

    private final BenchHome home;
    private final BenchData data;
    private final Report report;

    WindowMeasures(BenchHome home, BenchData data, Report report) {
        this.home = home;
        this.data = data;
        this.report = report;
    }

    /// @param whole whether to take the time that true figures need
    void run(long rows, boolean last, boolean whole) throws Exception {
        Path first = home.file("first.csv");
        data.writeCsv(first, Math.min(rows, IMPORTED_BEFORE));
        Path csv = home.file("window.csv");
        data.writeCsv(csv, Math.min(rows, IMPORTED));
        Map<String, List<Long>> found = BenchProcess.run(home, WindowBench.class, first.toString(), csv.toString(),
                whole && last ? "8000" : "1000", whole && last ? "300" : "10");
        Files.delete(first);
        Files.delete(csv);
        data.cut(BenchData.INTAKE, rows);
        double keystroke = Timing.percentile(found.get("keystroke"), 95);
        double heap = found.get("heap").getFirst();
        if (last) {
            report.add(Measure.KEYSTROKE, keystroke, Double.NaN);
            blocks(found.get("block-scrolling"), Measure.SCROLL_P99, Measure.SCROLL_LONGEST);
            blocks(found.get("block-searching"), Measure.SEARCH_P99, Measure.SEARCH_LONGEST);
            blocks(found.get("block-importing"), Measure.IMPORT_P99, Measure.IMPORT_LONGEST);
            report.add(Measure.HEAP, heap, Double.NaN);
        }
        report.grows(Measure.KEYSTROKE.text, rows, keystroke);
        for (String when : List.of("scrolling", "searching", "importing")) {
            report.grows("block of the FX thread while " + when + ", p99", rows, Timing.percentile(found.get("block-" + when), 99));
        }
        report.growsBytes(Measure.HEAP.text, rows, heap);
    }

    private void blocks(List<Long> waits, Measure p99, Measure longest) {
        report.add(p99, Timing.percentile(waits, 99), Double.NaN);
        report.add(longest, Timing.percentile(waits, 100), Double.NaN);
    }
}
