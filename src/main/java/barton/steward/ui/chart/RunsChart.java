package barton.steward.ui.chart;

import barton.steward.model.history.RunPeriod;
import barton.steward.model.query.Query;
import barton.steward.service.question.FigureQueries;
import barton.steward.ui.support.Formats;
import barton.steward.ui.support.Messages;
import java.util.List;
import java.util.function.Consumer;

/// The success rate of runs over time. Where runs had failed records the point is a triangle.
public final class RunsChart {
    private RunsChart() {
    }

    /// @param periods those that runs of the query took place in, the oldest first
    /// @param open shows rows of the log
    public static LineParts of(String id, List<RunPeriod> periods, Query runs, Consumer<Query> open) {
        return new LineParts(Messages.get("chart.runs"), periods.stream().filter(p -> p.records() > 0).map(p -> {
            String when = Formats.period(p.begin(), p.end());
            double rate = p.rate().doubleValue();
            String meaning = Messages.get("chart.runs.part", when, Formats.percent(rate), p.passed(), p.records(), p.runs(),
                    p.failedRuns());
            return new ChartPart(id + "-" + when, when, rate, Formats.percent(rate), meaning,
                    p.failedRuns() > 0 ? "point-failed" : "point-passed", () -> open.accept(FigureQueries.runsOf(p, runs)));
        }).toList());
    }
}
