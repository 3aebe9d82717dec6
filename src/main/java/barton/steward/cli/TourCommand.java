package barton.steward.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Lets the window show itself.
@Command(name = "tour", description = "Drive the window through the main job on a throw-away database and keep pictures and figures of it.")
final class TourCommand implements Callable<Integer> {
    @ParentCommand
    private StewardCommand steward;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder for the pictures and steps.json.")
    private Path out;

    @Override
    public Integer call() {
        return steward.tour(out);
    }
}
