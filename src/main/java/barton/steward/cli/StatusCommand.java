package barton.steward.cli;

import barton.steward.model.BatchCounts;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/// Shows the batches and how far their rows are.
@Command(name = "status", description = "Show the batches and how many of their rows are imported, validated, failed and promoted.")
final class StatusCommand implements Callable<Integer> {
    @ParentCommand
    private StewardCommand steward;

    @Override
    public Integer call() {
        return steward.atDesk(desk -> {
            List<BatchCounts> batches = desk.daos().intake().batches();
            return Answer.done(new Batches(batches), text(batches));
        });
    }

    private static String text(List<BatchCounts> batches) {
        if (batches.isEmpty()) {
            return "Intake is empty. `steward import companies FILE --batch ID` takes companies in.";
        }
        var table = new TextTable("BATCH", "IMPORTED", "VALIDATED", "FAILED", "PROMOTED");
        batches.forEach(b -> table.row(b.batch() == null ? "(no batch)" : b.batch(), b.imported(), b.validated(), b.failed(),
                b.promoted()));
        return table.toString();
    }

    private record Batches(List<BatchCounts> batches) {
    }
}
