package barton.steward.ui.chart;

import barton.steward.ui.support.Formats;
import javafx.scene.chart.NumberAxis;
import javafx.util.StringConverter;

/// Axes of the charts.
final class Axes {
    private static final int TICKS = 4;

    private Axes() {
    }

    /// From 0 on, with whole numbers at round distances.
    static NumberAxis numbers(double upper) {
        double raw = Math.max(1, upper / TICKS);
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double step = power * (raw <= power ? 1 : raw <= 2 * power ? 2 : raw <= 5 * power ? 5 : 10);
        return axis(Math.max(upper, 1), step);
    }

    /// From 0 to 100, with room for what is written above the highest point.
    static NumberAxis percents() {
        return axis(118, 25);
    }

    /// Its end has a mark too, whatever number it is, that needs no text.
    private static NumberAxis axis(double upper, double step) {
        var axis = new NumberAxis(0, upper, step);
        axis.setAnimated(false);
        axis.setMinorTickVisible(false);
        axis.setTickLabelFormatter(new StringConverter<>() {
            @Override
            public String toString(Number mark) {
                return mark.doubleValue() % step == 0 ? Formats.compact(mark.longValue()) : "";
            }

            @Override
            public Number fromString(String text) {
                throw new UnsupportedOperationException(text);
            }
        });
        return axis;
    }
}
