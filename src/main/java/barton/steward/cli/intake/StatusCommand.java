package barton.steward.cli.intake;

import barton.steward.cli.support.Answer;
import barton.steward.cli.support.OfPeople;
import barton.steward.cli.support.StewardCommand;
import barton.steward.cli.support.TextTable;
import barton.steward.model.intake.BatchCounts;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/// Shows the batches and how far their rows are.
@Command(name = "status", description = "Show the batches and how many of their rows are imported, validated, failed and promoted.")
public final class StatusCommand implements Callable<Integer> {
    @ParentCommand
    private StewardCommand steward;

    @Mixin
    private OfPeople of;

    @Override
    public Integer call() {
        return steward.inSession(session -> {
            List<BatchCounts> batches = session.review().batches(of.entity());
            return Answer.done(new Batches(batches), text(batches));
        });
    }

    private String text(List<BatchCounts> batches) {
        if (batches.isEmpty()) {
            String kind = of.entity().plural();
            return "Intake is empty. `steward import " + kind + " FILE --batch ID` takes " + kind + " in.";
        }
        var table = new TextTable("BATCH", "IMPORTED", "VALIDATED", "FAILED", "PROMOTED");
        batches.forEach(b -> table.row(b.batch() == null ? "(no batch)" : b.batch(), b.imported(), b.validated(), b.failed(),
                b.promoted()));
        return table.toString();
    }

    private record Batches(List<BatchCounts> batches) {
    }
}
