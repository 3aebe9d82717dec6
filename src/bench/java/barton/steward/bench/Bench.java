package barton.steward.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/// Measures the program against what PostgreSQL and JavaFX give by themselves, on this machine, in one run; see docs/benchmark.md.
/// Arguments: rows, whether a missed goal is an error, the application's folder, a folder to work in, and which parts to measure: `all`,
/// or some of `pages`, `window`, `review`, `starts`, `files`, `promotion`, `rules` and `matches`, separated by commas, at that number of
/// rows only.
public final class Bench {
    private static final String ALL = "all";
    private static final Set<String> PARTS = Set.of(ALL, "pages", "window", "review", "starts", "files", "promotion", "rules", "matches",
            "clusters");
    private static final Map<Long, Measure> PROMOTIONS = Map.of(100_000L, Measure.PROMOTE_100K, 1_000_000L, Measure.PROMOTE_1M);

    private final long rows;
    private final boolean judge;
    private final Path application;
    private final Path folder;
    private final Set<String> parts;
    private final Report report = new Report(System.out);

    private Bench(long rows, boolean judge, Path application, Path folder, Set<String> parts) {
        this.rows = rows;
        this.judge = judge;
        this.application = application;
        this.folder = folder;
        this.parts = parts;
    }

    public static void main(String[] arguments) throws Exception {
        long rows = Long.parseLong(arguments[0]);
        if (rows < 1_000) {
            throw new IllegalArgumentException("a benchmark of " + rows + " rows says nothing");
        }
        boolean judge = Boolean.parseBoolean(arguments[1]);
        Set<String> parts = Set.of(arguments[4].split(","));
        if (!PARTS.containsAll(parts)) {
            throw new IllegalArgumentException("the parts of the benchmark are " + PARTS + ", not " + parts);
        }
        boolean met = new Bench(rows, judge, Path.of(arguments[2]), Path.of(arguments[3]), parts).run();
        System.exit(met || !judge ? 0 : 1);
    }

    private boolean run() throws Exception {
        machine();
        try (var home = BenchHome.make(folder.resolve("home"))) {
            for (long size : sizes()) {
                measure(home, size, size == rows);
            }
        }
        return report.end(rows, parts.contains(ALL));
    }

    /// The sizes of the table at which growth is looked at, the last being the one that the goals are about.
    private List<Long> sizes() {
        long least = Math.min(10_000, rows / 2);
        LongStream smaller = LongStream.iterate(least, n -> n < rows && parts.contains(ALL), n -> n * 10);
        return LongStream.concat(smaller, LongStream.of(rows)).boxed().toList();
    }

    private boolean wants(String part, String step, long size) {
        boolean wanted = parts.contains(ALL) || parts.contains(part);
        if (wanted) {
            report.step(step.formatted(size));
        }
        return wanted;
    }

    private void measure(BenchHome home, long size, boolean last) throws Exception {
        var data = new BenchData(home);
        report.step("making %,d companies".formatted(size));
        data.load(size);
        if (wants("pages", "pages, jumps and searches of %,d rows", size)) {
            try (Connection bare = home.connect()) {
                new ReadMeasures(home, size, report, last, judge ? Duration.ofSeconds(4) : Duration.ofMillis(200)).run(bare);
            }
        }
        if ((last || judge) && wants("window", "the window on %,d rows", size)) {
            new WindowMeasures(home, data, report).run(size, last, judge);
        }
        if ((last || judge) && wants("review", "review of companies among %,d rows", size)) {
            new ReviewMeasures(home, report).run(size, last, judge && last);
        }
        if (last && wants("starts", "starts of the window and of commands", size)) {
            new StartMeasures(home, application, report).run(size, judge ? 7 : 1);
        }
        if (wants("files", "marking, export and import of %,d rows", size)) {
            files(home, data, size, last);
        }
        data.forgetPromotions();
        if (wants("promotion", "promotion of %,d rows", size)) {
            new PromotionMeasures(home, data, report).run(size, PROMOTIONS.get(size));
        }
        if (wants("rules", "standard rules over %,d rows", size)) {
            new RuleMeasures(home, data, report).run(size, last);
        }
        if (wants("matches", "matches with %,d rows of master", size)) {
            new MatchMeasures(home, data, report).run(size);
        }
        if (size <= Measure.CLUSTERS.rows && wants("clusters", "spellings among %,d values", size)) {
            new ClusterMeasures(home, report).run(size);
        }
    }

    private void files(BenchHome home, BenchData data, long size, boolean last) throws Exception {
        var files = new FileMeasures(home, data, report);
        var marks = new MarkMeasures(home, report);
        if (last && size >= Measure.EXPORT.rows) {
            files.judgedExport();
            data.forgetPromotions();
            marks.judged();
            new FixMeasures(home, report).judged();
            files.judgedImport(size);
        }
        data.forgetPromotions();
        marks.grows(size);
        files.grows(size);
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
