package barton.steward.ui.log;

import barton.steward.model.history.RunPeriod;
import barton.steward.model.query.Query;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.chart.RunsChart;
import barton.steward.ui.support.Dialogs;
import barton.steward.ui.support.Messages;
import barton.steward.ui.task.Channel;
import barton.steward.ui.virtual.RowsViewModel;
import java.util.List;
import javafx.scene.control.TitledPane;

/// The success rate over time of the runs that the table below shows; it can be folded away, and remembers that.
final class LogChart extends TitledPane {
    private static final String OPEN = "log.chart";
    /// As many points are told apart.
    private static final int MOST = 40;

    private final AppContext context;
    private final RowsViewModel model;
    private final Channel channel;

    LogChart(AppContext context, RowsViewModel model) {
        this.context = context;
        this.model = model;
        this.channel = context.tasks().channel();
        setId("log-chart");
        setText(Messages.get("chart.runs"));
        setAnimated(false);
        setExpanded(context.preferences().get(OPEN, Boolean.class).orElse(true));
        getStyleClass().add("log-chart");
        expandedProperty().addListener((o, was, open) -> {
            context.preferences().put(OPEN, open);
            read();
        });
        model.rows().loadingProperty().addListener((o, was, loading) -> {
            if (!loading) {
                read();
            }
        });
    }

    private void read() {
        Query runs = model.query();
        if (isExpanded()) {
            channel.run(Messages.get("log.chart.reading"), () -> context.session().statistics().runs(runs, MOST),
                    found -> show(found, runs),
                    failure -> setContent(Dialogs.paragraph(failure.cause().getMessage())));
        }
    }

    private void show(List<RunPeriod> periods, Query runs) {
        setContent(periods.stream().anyMatch(p -> p.records() > 0) ? RunsChart.of("log-rate", periods, runs, model::ask)
                : Dialogs.paragraph(Messages.get("log.chart.none")));
    }
}
