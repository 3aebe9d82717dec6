package barton.steward.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/// Measures the program against what PostgreSQL and JavaFX give by themselves, on this machine, in one run; see docs/benchmark.md.
/// Arguments: rows, whether a missed goal is an error, the application's folder, a folder to work in.
public final class Bench {
    private static final Map<Long, Measure> PROMOTIONS = Map.of(100_000L, Measure.PROMOTE_100K, 1_000_000L, Measure.PROMOTE_1M);

    private final long rows;
    private final boolean judge;
    private final Path application;
    private final Path folder;
    private final Report report = new Report(System.out);

    private Bench(long rows, boolean judge, Path application, Path folder) {
        this.rows = rows;
        this.judge = judge;
        this.application = application;
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        long rows = Long.parseLong(arguments[0]);
        if (rows < 1_000) {
            throw new IllegalArgumentException("a benchmark of " + rows + " rows says nothing");
        }
        boolean judge = Boolean.parseBoolean(arguments[1]);
        boolean met = new Bench(rows, judge, Path.of(arguments[2]), Path.of(arguments[3])).run();
        System.exit(met || !judge ? 0 : 1);
    }

    private boolean run() throws Exception {
        machine();
        try (var home = BenchHome.make(folder.resolve("home"))) {
            for (long size : sizes()) {
                measure(home, size, size == rows);
            }
        }
        return report.end(rows);
    }

    /// The sizes of the table at which growth is looked at, the last being the one that the goals are about.
    private List<Long> sizes() {
        return LongStream.concat(LongStream.of(10_000, 100_000, 1_000_000, 10_000_000).filter(n -> n < rows), LongStream.of(rows))
                .boxed().toList();
    }

    private void measure(BenchHome home, long size, boolean last) throws Exception {
        var data = new BenchData(home);
        report.step("making %,d companies".formatted(size));
        data.load(size);
        report.step("pages, jumps and searches of %,d rows".formatted(size));
        try (Connection bare = home.connect()) {
            new ReadMeasures(home, size, report, last, judge ? Duration.ofSeconds(4) : Duration.ofMillis(200)).run(bare);
        }
        if (last || judge) {
            report.step("the window on %,d rows".formatted(size));
            new WindowMeasures(home, data, report).run(size, last, judge);
        }
        if (last) {
            report.step("starts of the window");
            new StartMeasures(home, application, report).run(size, judge ? 7 : 1);
        }
        var files = new FileMeasures(home, data, report);
        var marks = new MarkMeasures(home, report);
        if (last && size >= Measure.EXPORT.rows) {
            report.step("export");
            files.judgedExport();
            data.forgetPromotions();
            report.step("marking");
            marks.judged();
            report.step("import");
            files.judgedImport(size);
        }
        data.forgetPromotions();
        report.step("marking, export and import of %,d rows".formatted(size));
        marks.grows(size);
        files.grows(size);
        report.step("promotion of %,d rows".formatted(size));
        new PromotionMeasures(home, data, report).run(size, PROMOTIONS.get(size));
        report.step("standard rules over %,d rows".formatted(size));
        new RuleMeasures(home, data, report).run(size);
        report.step("matches with %,d rows of master".formatted(size));
        new MatchMeasures(home, data, report).run(size);
    }

    private void machine() throws IOException {
        var cpuInfo = Path.of("/proc/cpuinfo");
        String processor = !Files.exists(cpuInfo) ? "" : Files.readAllLines(cpuInfo).stream().filter(l -> l.startsWith("model name"))
                .map(l -> l.replaceAll(".*:\\s*", ", ")).findFirst().orElse("");
        var system = (com.sun.management.OperatingSystemMXBean) java.lang.management.ManagementFactory.getOperatingSystemMXBean();
        report.fact("machine: %d processors%s, %.0f GB of memory, %s %s (%s), Java %s".formatted(
                Runtime.getRuntime().availableProcessors(), processor, system.getTotalMemorySize() / 1e9, System.getProperty("os.name"),
                System.getProperty("os.version"), System.getProperty("os.arch"), Runtime.version()));
        report.fact("%,d rows; goals are %s; application in %s".formatted(rows, judge ? "judged" : "not judged", application));
    }
}
