package barton.steward.ui.chart;

/// A part of a chart: where it stands on the axis of names, how large it is, what is written at it, what it says to whoever cannot see it
/// or points at it, a style class that tells it from others (or null), and what opens the rows behind it (or null).
public record ChartPart(String id, String category, double size, String written, String meaning, String kind, Runnable open) {
    /// A part that is as large as there are rows behind it; without any it opens nothing.
    public static ChartPart counted(String id, String category, long rows, String written, String meaning, String kind, Runnable open) {
        return new ChartPart(id, category, rows, written, meaning, kind, rows == 0 ? null : open);
    }
}
