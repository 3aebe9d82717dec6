package barton.steward.bench;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Says each figure as soon as it is known, and all of them at the end.
final class Report {
    private final PrintStream out;
    private final Map<Measure, Result> results = new EnumMap<>(Measure.class);
    private final SequencedMap<String, TreeMap<Long, Double>> growth = new LinkedHashMap<>();
    private final Set<String> inBytes = new HashSet<>();
    private final long start = System.nanoTime();

    Report(PrintStream out) {
        this.out = out;
    }

    /// What the machine does now, for whoever waits.
    void step(String what) {
        out.printf("# %4d s  %s%n", (System.nanoTime() - start) / 1_000_000_000, what);
    }

    /// A fact about the run.
    void fact(String text) {
        out.println("# " + text);
    }

    void add(Measure measure, double ours, double limit) {
        var result = new Result(measure, ours, limit);
        results.put(measure, result);
        out.println(result.line());
    }

    /// One figure (nanoseconds) of how a measure grows with the rows.
    void grows(String name, long rows, double nanos) {
        growth.computeIfAbsent(name, n -> new TreeMap<>()).put(rows, nanos);
    }

    /// The same of memory, in bytes.
    void growsBytes(String name, long rows, double bytes) {
        grows(name, rows, bytes);
        inBytes.add(name);
    }

    /// @param whole whether everything was to be measured
    /// @return whether every goal is met
    /// @throws IllegalStateException where a measure is missing
    boolean end(long rows, boolean whole) {
        table();
        growthTable();
        step("done");
        List<Measure> missing = Measure.within(rows).stream().filter(m -> !results.containsKey(m)).toList();
        if (whole && !missing.isEmpty()) {
            throw new IllegalStateException("not measured: " + missing);
        }
        return results.values().stream().allMatch(Result::met);
    }

    private void table() {
        out.printf("%n%-66s %10s %10s %10s %9s  %s%n", "measure", "ours", "limit", "figure", "goal", "");
        for (Result r : results.values()) {
            boolean alone = r.alone();
            String ours = alone ? r.figure() : r.shown(r.ours());
            out.printf("%-66s %10s %10s %10s %9s  %s%n", r.measure().text, ours, alone ? "" : r.shown(r.limit()), r.figure(), r.goal(),
                    r.verdict());
        }
    }

    private void growthTable() {
        var sizes = new TreeSet<Long>();
        growth.values().forEach(g -> sizes.addAll(g.keySet()));
        out.printf("%n%-56s", "growth with the rows");
        sizes.forEach(n -> out.printf(" %12s", String.format(Locale.ROOT, "%,d", n)));
        out.printf(" %9s%n", "exponent");
        growth.forEach((name, figures) -> {
            out.printf("%-56s", name);
            sizes.forEach(n -> out.printf(" %12s", figures.containsKey(n) ? figure(name, figures.get(n)) : ""));
            out.printf(" %9s%n", figures.size() < 2 ? "" : String.format(Locale.ROOT, "%.2f", exponent(figures)));
        });
        out.println();
    }

    private String figure(String name, double value) {
        return inBytes.contains(name) ? Result.megabytes(value) : Result.time(value);
    }

    /// The slope of log time over log rows: 0 does not grow, 1 grows as the rows do.
    static double exponent(Map<Long, Double> figures) {
        double n = figures.size();
        double x = figures.keySet().stream().mapToDouble(Math::log).sum() / n;
        double y = figures.values().stream().mapToDouble(Math::log).sum() / n;
        double up = 0;
        double down = 0;
        for (var e : figures.entrySet()) {
            up += (Math.log(e.getKey()) - x) * (Math.log(e.getValue()) - y);
            down += Math.pow(Math.log(e.getKey()) - x, 2);
        }
        return up / down;
    }
}
