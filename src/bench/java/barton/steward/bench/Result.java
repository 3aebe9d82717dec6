package barton.steward.bench;

import barton.steward.bench.Measure.Goal;
import java.util.Locale;

/// What a measure came to: our figure and that of the limit, NaN where the goal is about our figure alone. Nanoseconds, or bytes of memory.
record Result(Measure measure, double ours, double limit) {
    /// To the limit, or to the goal where there is none.
    double ratio() {
        return alone() ? ours / 1e6 / measure.most : ours / limit;
    }

    boolean alone() {
        return Double.isNaN(limit);
    }

    boolean met() {
        return switch (measure.goal) {
            case RATIO, SIZE -> ratio() <= measure.most;
            case MILLIS, MEGABYTES -> ours / 1e6 <= measure.most;
        };
    }

    /// The line of this measure.
    String line() {
        return "bench %s ratio=%s ours=%s limit=%s".formatted(measure.id, number(ratio()), alone() ? figure() : shown(ours),
                alone() ? goal() : shown(limit));
    }

    /// What is held against the goal.
    String figure() {
        return switch (measure.goal) {
            case RATIO, SIZE -> number(ratio());
            case MILLIS -> time(ours);
            case MEGABYTES -> megabytes(ours);
        };
    }

    String goal() {
        return switch (measure.goal) {
            case RATIO, SIZE -> number(measure.most);
            case MILLIS -> "%.0fms".formatted(measure.most);
            case MEGABYTES -> "%.0fMB".formatted(measure.most);
        };
    }

    String verdict() {
        return met() ? "met" : "MISSED";
    }

    /// One of the two that are compared.
    String shown(double value) {
        return measure.goal == Goal.SIZE ? megabytes(value) : time(value);
    }

    /// A ratio with three digits that say something.
    private static String number(double ratio) {
        return String.format(Locale.ROOT, ratio < 0.1 ? "%.4f" : ratio < 10 ? "%.2f" : "%.1f", ratio);
    }

    static String megabytes(double bytes) {
        return "%.0fMB".formatted(bytes / 1e6);
    }

    /// A time in the unit that reads best.
    static String time(double nanos) {
        return nanos < 1e7 ? String.format(Locale.ROOT, "%.2fms", nanos / 1e6)
                : nanos < 1e9 ? String.format(Locale.ROOT, "%.0fms", nanos / 1e6) : String.format(Locale.ROOT, "%.2fs", nanos / 1e9);
    }
}
