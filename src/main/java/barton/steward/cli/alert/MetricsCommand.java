package barton.steward.cli.alert;

import barton.steward.cli.support.Answer;
import barton.steward.cli.support.StewardCommand;
import barton.steward.model.alert.Metric;
import barton.steward.service.alert.MetricsText;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Tells the figures of the database to a monitor.
@Command(name = "metrics", description = "Tell the figures of the database in the text format of Prometheus.")
public final class MetricsCommand implements Callable<Integer> {
    @ParentCommand
    private StewardCommand steward;

    @Option(names = "--out", paramLabel = "FILE",
            description = "Writes them into a file, whole or not at all; it ends with .prom for a node exporter.")
    private Path out;

    @Override
    public Integer call() {
        return steward.inSession(session -> {
            List<Metric> metrics = session.alerts().metrics();
            String text = MetricsText.of(metrics);
            if (out == null) {
                return Answer.done(new Figures(null, metrics), text.stripTrailing());
            }
            MetricsText.write(text, out);
            return Answer.done(new Figures(out.toString(), metrics), metrics.size() + " figures are in " + out + ".");
        });
    }

    private record Figures(String out, List<Metric> metrics) {
    }
}
