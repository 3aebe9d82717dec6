package barton.steward.cli.intake;

import barton.steward.catalog.Entity;
import barton.steward.cli.support.Answer;
import barton.steward.cli.support.OneBatch;
import barton.steward.cli.support.StewardCommand;
import barton.steward.cli.support.TextTable;
import barton.steward.model.Counted;
import barton.steward.model.intake.DiscardedBatch;
import barton.steward.model.intake.TiedRow;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/// Discards a batch from intake.
@Command(name = "discard", description = "Discard a batch from intake. Rows that were promoted, matched, reviewed, audited, enriched,"
        + " marked by hand or edited stay and are named. `undo` puts back what went.")
public final class DiscardCommand implements Callable<Integer> {
    @ParentCommand
    private StewardCommand steward;

    @Mixin
    private OneBatch batch;

    @Override
    public Integer call() {
        return steward.inSession(session -> {
            Entity entity = batch.entity(session);
            DiscardedBatch found = session.discarding().preview(entity, batch.name());
            if (batch.dryRun() || found.discarded() == 0) {
                return answer(found, 0, "%s of batch %s would be discarded; nothing was changed."
                        .formatted(Counted.rows(found.discarded()), batch.name()));
            }
            DiscardedBatch done = session.discarding().discard(entity, batch.name(), found.discarded(), UUID.randomUUID());
            return answer(done, done.discarded(), "%s of batch %s discarded (action %d)."
                    .formatted(Counted.rows(done.discarded()), batch.name(), done.action()));
        });
    }

    private static Answer answer(DiscardedBatch found, long discarded, String sentence) {
        var json = new Discarded(found.batch(), found.discarded(), discarded, found.kept(), found.staying(),
                found.action() == 0 ? null : found.action());
        if (found.kept() == 0) {
            return Answer.done(json, sentence);
        }
        String text = sentence + " " + Counted.of(found.kept(), "row stays", "rows stay") + ".\n" + staying(found);
        return found.discarded() > 0 ? Answer.done(json, text)
                : Answer.wrong(json, text, List.of("steward: Something depends on every row of batch " + found.batch() + "."));
    }

    private static String staying(DiscardedBatch found) {
        var table = new TextTable("STAYS", "NAME", "BECAUSE IT WAS");
        found.staying().forEach(row -> table.row(row.id(), row.name(), row.because()));
        long more = found.kept() - found.staying().size();
        return more == 0 ? table.toString() : table + "\nand " + more + " more";
    }

    private record Discarded(String batch, long announced, long discarded, long stay, List<TiedRow> staying, Long action) {
    }
}
