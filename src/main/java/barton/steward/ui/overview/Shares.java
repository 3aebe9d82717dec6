package barton.steward.ui.overview;

import barton.steward.ui.support.Formats;

/// How numbers of rows, and their share of all, are written at parts of charts.
final class Shares {
    private Shares() {
    }

    static String written(long rows, long of) {
        return Formats.number(rows) + " · " + Formats.percent(of == 0 ? 0 : 100.0 * rows / of);
    }

    static String meaning(long rows, String what) {
        return Formats.number(rows) + " " + what;
    }
}
