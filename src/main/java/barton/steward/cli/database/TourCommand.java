package barton.steward.cli.database;

import barton.steward.cli.support.Answer;
import barton.steward.cli.support.StewardCommand;
import barton.steward.cli.support.TextTable;
import barton.steward.model.Counted;
import barton.steward.model.TourStep;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Lets the window show itself; what window and database tell differently is a finding.
@Command(name = "tour", description = "Drive the window through the main job on a throw-away database and keep pictures and figures of it.")
public final class TourCommand implements Callable<Integer> {
    @ParentCommand
    private StewardCommand steward;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder for the pictures and steps.json.")
    private Path out;

    @Override
    public Integer call() {
        return steward.answer(() -> answer(steward.tour(out)));
    }

    private Answer answer(List<TourStep> steps) {
        var table = new TextTable("STEP", "FIGURE", "WINDOW", "DATABASE", "");
        for (TourStep step : steps) {
            if (step.figures().isEmpty()) {
                table.row(step.did(), "", "", "", "");
            }
            step.figures().forEach(f -> table.row(step.did(), f.name(), f.window(), f.database(), f.agrees() ? "agree" : "DIFFER"));
        }
        long pictures = steps.stream().mapToLong(step -> step.pictures().size()).sum();
        boolean ok = steps.stream().allMatch(step -> step.differences().isEmpty());
        String text = table + "%n%s and steps.json are in %s.".formatted(Counted.of(pictures, "picture", "pictures"), out.toAbsolutePath());
        var toured = new Toured(ok, out.toAbsolutePath().toString(), steps);
        return ok ? Answer.done(toured, text) : Answer.wrong(toured, text, List.of("Window and database do not agree."));
    }

    private record Toured(boolean ok, String folder, List<TourStep> steps) {
    }
}
